import { asWritten } from '../mermaid/source.ts';
import type { Statement } from './syntax.ts';
import type { Token } from './token.ts';
import type { TokenReader } from './token-reader.ts';

type Kind<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

const endOfLine = 'the end of the line or “;”';

/** `style id fill:#f9f,stroke:#333` */
export function parseStyle(reader: TokenReader): Kind<'style'> {
  const { from } = reader.advance();
  reader.expectSpace('style');
  const id = reader.id('the id of a node after “style”');
  reader.expectSpace(id.text);
  const styles = reader.styles();
  reader.separator(endOfLine);
  return { kind: 'style', from, to: styles.to, id: id.text, styles: styles.list, stylesRange: { from: styles.from, to: styles.to } };
}

/** `linkStyle 0,2 interpolate basis stroke:#f00` */
export function parseLinkStyle(reader: TokenReader): Kind<'linkStyle'> {
  const { from } = reader.advance();
  reader.expectSpace('linkStyle');
  const start = reader.token.from;
  const targets = linkTargets(reader);
  const targetsRange = { from: start, to: reader.token.from };
  reader.expectSpace('linkStyle …');
  if (!reader.isKeyword('interpolate')) {
    const styles = reader.styles();
    reader.separator(endOfLine);
    return {
      kind: 'linkStyle',
      from,
      to: styles.to,
      targets,
      targetsRange,
      styles: styles.list,
      stylesRange: { from: styles.from, to: styles.to },
    };
  }
  reader.advance();
  reader.expectSpace('interpolate');
  const curve = reader.id('the name of a curve after “interpolate”');
  if (!reader.is('space')) {
    reader.separator(endOfLine);
    return { kind: 'linkStyle', from, to: curve.to, targets, targetsRange, interpolate: curve.text };
  }
  reader.advance();
  const styles = reader.styles();
  reader.separator(endOfLine);
  return {
    kind: 'linkStyle',
    from,
    to: styles.to,
    targets,
    targetsRange,
    interpolate: curve.text,
    styles: styles.list,
    stylesRange: { from: styles.from, to: styles.to },
  };
}

function linkTargets(reader: TokenReader): readonly (number | 'default')[] {
  if (reader.isKeyword('default')) {
    reader.advance();
    return ['default'];
  }
  const numbers: number[] = [];
  do {
    if (numbers.length > 0) reader.advance();
    if (!reader.is('number')) throw reader.fail('the number of a link (the first is 0) or “default”');
    const { from, to } = reader.advance();
    numbers.push(Number(reader.text.slice(from, to)));
  } while (reader.is('comma'));
  return numbers;
}

/** `classDef name fill:#f9f` */
export function parseClassDef(reader: TokenReader): Kind<'classDef'> {
  const { from } = reader.advance();
  reader.expectSpace('classDef');
  const ids = reader.id('the name of a class after “classDef”');
  reader.expectSpace(ids.text);
  const styles = reader.styles();
  reader.separator(endOfLine);
  return { kind: 'classDef', from, to: styles.to, ids: ids.text, styles: styles.list };
}

/** `class a,b name` */
export function parseClass(reader: TokenReader): Kind<'class'> {
  const { from } = reader.advance();
  reader.expectSpace('class');
  const ids = reader.id('the id of a node after “class”');
  reader.expectSpace(ids.text);
  const name = reader.id('the name of a class');
  reader.separator(endOfLine);
  return { kind: 'class', from, to: name.to, ids: ids.text, name: name.text, idsRange: { from: ids.from, to: ids.to } };
}

/** `click id "https://…" "tooltip" _blank`, `click id href …`, `click id call f()`, `click id f` */
export function parseClick(reader: TokenReader, clicked: Extract<Token, { kind: 'clicked' }>): Kind<'click'> {
  reader.advance();
  const { token } = reader;
  let to = token.to;
  let link: string | undefined;
  if (token.kind === 'callback') reader.advance();
  else if (reader.isKeyword('href') || token.kind === 'string') {
    if (reader.isKeyword('href')) reader.advance();
    const { token: address } = reader;
    if (address.kind !== 'string' || address.words.type === 'markdown') throw reader.fail('an address in quotes');
    link = address.words.text;
    to = reader.advance().to;
  } else to = alphaNumeric(reader);
  const tooltip = optionalString(reader);
  if (link !== undefined && reader.is('space') && isTarget(reader.peek())) {
    reader.advance();
    to = reader.advance().to;
  }
  reader.separator(endOfLine);
  return {
    kind: 'click',
    from: clicked.from,
    to,
    id: asWritten(clicked.id),
    ...(link !== undefined && { link: asWritten(link) }),
    ...(tooltip !== undefined && { tooltip }),
  };
}

function isTarget(token: Token | undefined): boolean {
  return token?.kind === 'keyword' && token.word === 'target';
}

function alphaNumeric(reader: TokenReader): number {
  if (reader.isKeyword('default')) throw reader.fail('an address, a function’s name, “href” or “call”');
  return reader.id('an address, a function’s name, “href” or “call”').to;
}

function optionalString(reader: TokenReader): string | undefined {
  const next = reader.peek();
  if (!reader.is('space') || next?.kind !== 'string' || next.words.type === 'markdown') return undefined;
  reader.advance();
  reader.advance();
  return next.words.text;
}
