import type { Range } from '../mermaid/cursor.ts';
import { asWritten } from '../mermaid/source.ts';
import { readClassName } from './read-name.ts';
import type { Reading } from './reading.ts';
import type { ClassToken } from './tokens.ts';

/** `note "text"` or `note for Name "text"`. */
export function readNote({ cursor, draft }: Reading): void {
  const { from, text } = cursor.take();
  const about = text === 'note for' ? readClassName(cursor) : undefined;
  const note = cursor.expect('string', 'the note in quotes');
  if (about) draft.mention(about.name, { from: about.from, to: about.to });
  draft.note({
    text: asWritten(note.text),
    textRange: { from: note.from, to: note.to },
    range: { from, to: note.to + 1 },
    ...(about && {
      // Mermaid looks for the whole of it, so that a generic type finds no class.
      about: about.generic ? `${about.name}~${about.generic}~` : about.name,
      aboutRange: { from: about.from, to: about.to },
    }),
  });
}

/** `style Name fill:#f9f,stroke:#333` */
export function readStyle({ cursor, draft }: Reading): void {
  const { from } = cursor.take();
  const name = cursor.expect('word', 'the name of a class, of letters and digits');
  const styles = readStyles(cursor);
  draft.mention(name.text, { from: name.from, to: name.to, plain: true });
  draft.style(name.text, styles.list, styles.range);
  draft.statement(name.text, { from, to: styles.range.to });
}

/** `classDef one,two fill:#f9f` */
export function readClassDef({ cursor, draft }: Reading): void {
  cursor.take();
  const names: string[] = [];
  do names.push(cursor.expect('word', 'the name of a style class').text);
  while (cursor.accept('punctuation', ','));
  draft.defineClass(names, readStyles(cursor).list);
}

function readStyles(cursor: Reading['cursor']): { readonly list: readonly string[]; readonly range: Range } {
  const { from } = cursor.peek();
  const styles: string[] = [];
  do {
    let style = '';
    while (isStylePart(cursor.peek())) style += asWritten(cursor.take().text);
    if (style === '') cursor.fail('a style such as fill:#f9f');
    for (const one of style.split(',')) styles.push(one.trim());
  } while (cursor.accept('punctuation', ','));
  return { list: styles, range: { from, to: cursor.previous().to } };
}

function isStylePart({ kind, text }: ClassToken): boolean {
  return (
    kind === 'word' || kind === 'label' || (kind === 'keyword' && text === 'style') || (kind === 'punctuation' && /^[:#%]$/.test(text))
  );
}

/** `cssClass "One,Two" name` */
export function readCssClass({ cursor, draft }: Reading): void {
  const { from } = cursor.take();
  const list = cursor.expect('string', 'the names of classes in quotes');
  const className = cursor.expect('word', 'the name of a style class').text;
  const range = { from, to: cursor.previous().to };
  const names = list.text.split(',');
  let at = list.from;
  for (const written of names) {
    const name = asWritten(written).split('~')[0] ?? '';
    draft.mention(name, { from: at, to: at + (written.split('~')[0] ?? '').length, plain: true, list: { range, names: names.length } });
    draft.setClass(name, className);
    at += written.length + 1;
  }
}

/** `click`, `link` and `callback` lines. What they would call is never called. */
export function readInteraction({ cursor, draft }: Reading): void {
  const { from, text } = cursor.take();
  const named = readClassName(cursor);
  if (text === 'click' && cursor.accept('callback_name')) {
    cursor.accept('callback_arguments');
    cursor.accept('string');
  } else {
    if (text === 'click') cursor.expect('keyword', '"href" or "call"', 'href');
    const said = cursor.expect('string', text === 'callback' ? 'the name of a function in quotes' : 'an address in quotes');
    cursor.accept('string');
    if (text !== 'callback') {
      cursor.accept('link_target');
      draft.link(named.name, asWritten(said.text));
    }
  }
  draft.mention(named.name, { from: named.from, to: named.to });
  draft.setClass(named.name, 'clickable');
  // A quoted text ends with its quote, which is no token.
  const end = cursor.previous();
  draft.statement(named.name, { from, to: end.kind === 'string' || end.kind.startsWith('callback') ? end.to + 1 : end.to });
}
