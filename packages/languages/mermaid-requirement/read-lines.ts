import type { Range } from '../mermaid/cursor.ts';
import { asWritten } from '../mermaid/source.ts';
import type { Mention } from './model.ts';
import { type Reading, readNames, readWords } from './reading.ts';
import { relationType } from './words.ts';

/** A statement that begins with a name: a relation, or a style class. */
export function readNamed(reading: Reading): void {
  const { cursor, draft } = reading;
  const first = readWords(cursor, 'a name');
  if (cursor.accept('style_suffix')) {
    const classes = readNames(reading, 'the name of a style class');
    draft.mention({
      name: first.name,
      from: first.from,
      to: first.to,
      list: { range: { from: first.from, to: classes.at(-1)?.to ?? first.to }, names: 1 },
    });
    draft.setClasses(
      [first.name],
      classes.map(({ name }) => name),
    );
    return;
  }
  const backwards = cursor.accept('left');
  if (!backwards) cursor.expect('line', '"-", "<-" or ":::"');
  const word = cursor.expect('relation', 'contains, copies, derives, satisfies, verifies, refines or traces');
  if (backwards) cursor.expect('line', '"-"');
  else cursor.expect('right', '"->"');
  const second = readWords(cursor, 'the name at the other end');
  const type = relationType(word.text);
  if (!type) cursor.failAt(word, 'This is no relation.');
  const [source, target] = backwards ? [second, first] : [first, second];
  for (const { name, from, to } of [first, second]) draft.mention({ name, from, to });
  if (!type) return;
  draft.relate({
    type,
    from: source.name,
    to: target.name,
    fromRange: rangeOf(source),
    toRange: rangeOf(target),
    typeRange: rangeOf(word),
    range: { from: first.from, to: second.to },
  });
}

const rangeOf = ({ from, to }: Range): Range => ({ from, to });

/** `style a,b fill:#fff`, `classDef name fill:#fff` and `class a,b name`. */
export function readStyling(reading: Reading): void {
  const { cursor, draft } = reading;
  const { from, text } = cursor.take();
  const names = readStyleNames(reading);
  if (text === 'class') {
    const classes = readStyleNames(reading).map(({ name }) => name);
    const range = { from, to: cursor.previous().to };
    for (const name of names) draft.mention({ ...name, list: { range, names: names.length } });
    draft.setClasses(
      names.map(({ name }) => name),
      classes,
    );
    return;
  }
  const styles = readStyles(reading);
  const range = { from, to: styles.range.to };
  const said = names.map(({ name }) => name);
  if (text === 'classDef') draft.defineClasses(said, styles.list);
  else {
    for (const name of names) draft.mention({ ...name, list: { range, names: names.length } });
    draft.style(said, styles.list, styles.range);
  }
}

function readStyleNames({ cursor }: Reading): readonly Mention[] {
  const names: Mention[] = [];
  do {
    const token = cursor.peek();
    if (cursor.accept('string')) names.push({ name: asWritten(token.text), from: token.from - 1, to: token.to + 1 });
    else {
      if (token.kind !== 'style_word' || !/^\w/.test(token.text)) cursor.fail('a name of letters and digits, or in quotes');
      cursor.take();
      names.push({ name: asWritten(token.text), from: token.from, to: token.to });
    }
  } while (cursor.accept('comma'));
  return names;
}

function readStyles({ cursor }: Reading): { readonly list: readonly string[]; readonly range: Range } {
  const { from } = cursor.peek();
  const list: string[] = [];
  do {
    let style = '';
    while (cursor.peek().kind === 'style_word') style += asWritten(cursor.take().text);
    if (style === '') cursor.fail('a style such as fill:#f9f');
    list.push(style);
  } while (cursor.accept('comma'));
  return { list, range: { from, to: cursor.previous().to } };
}
