import type { Direction } from '@autograph/layout';
import type { Cursor, Range } from '../mermaid/cursor.ts';
import { asWritten } from '../mermaid/source.ts';
import type { LinkStatement, Mention, NoteStatement, PseudoKind, Statement, StateStatement, Words } from './syntax.ts';
import type { StateToken, StateTokenKind } from './tokens.ts';

type StateCursor = Cursor<StateTokenKind>;

/** A composite state of which the text has come up to the opening brace. */
export type Opening = Omit<StateStatement, 'body' | 'to'> & { readonly bodyFrom: number };

/** Whether what was read goes on with a body. */
export function isOpening(read: Statement | Opening): read is Opening {
  return 'bodyFrom' in read;
}

/** Reads one statement, or the beginning of a composite state. */
export function readStatement(cursor: StateCursor): Statement | Opening {
  const token = cursor.peek();
  const { from } = token;
  switch (token.kind) {
    case 'word':
    case 'point':
      return readNamed(cursor);
    case 'name':
      return readComposite(cursor);
    case 'long_name':
      return readLongName(cursor);
    case 'fork':
    case 'join':
    case 'choice':
      return readPseudo(cursor, token.kind);
    case 'note':
      return readNote(cursor);
    case 'class_def':
    case 'class':
    case 'style':
      return readStyling(cursor);
    case 'click':
      return readLink(cursor);
    case 'direction':
      return { kind: 'direction', direction: directionOf(cursor.take().text), from, to: cursor.previous().to };
    case 'divider':
      return { kind: 'divider', from, to: cursor.take().to };
    case 'setting':
      if (cursor.take().text !== 'hide') cursor.expect('number', 'a number of pixels');
      return { kind: 'other', from, to: cursor.previous().to };
    case 'remark':
      if (cursor.take().text === ':') cursor.expect('remark', 'the title or description');
      return { kind: 'other', from, to: cursor.previous().to };
    default:
      return cursor.fail('a state, a transition or another statement');
  }
}

/** A token's words without the space around them; `skipped` characters at its beginning are no part of them. */
export function wordsOf({ text, from }: StateToken, skipped = 0): Words {
  const inner = text.slice(skipped);
  const words = inner.trim();
  const start = from + skipped + inner.length - inner.trimStart().length;
  return { text: asWritten(words), from: start, to: start + words.length };
}

function directionOf(text: string): Direction {
  return text === 'BT' || text === 'LR' || text === 'RL' ? text : 'TB';
}

function readMention(cursor: StateCursor): Mention {
  const token = cursor.peek();
  if (!cursor.accept('word') && !cursor.accept('point')) cursor.fail('a state');
  const mention = wordsOf(token);
  if (!cursor.accept('style_suffix')) return mention;
  return { ...mention, styleClass: wordsOf(cursor.expect('word', 'the name of a style class')) };
}

/** Where a mention ends, its style class included. */
const endOf = ({ to, styleClass }: Mention) => styleClass?.to ?? to;

function readNamed(cursor: StateCursor): Statement {
  const mention = readMention(cursor);
  const { from } = mention;
  const next = cursor.peek();
  if (cursor.accept('description')) {
    const description = { ...describing(next), quoted: false };
    return { kind: 'state', mention, description, from, to: description.to };
  }
  if (!cursor.accept('arrow')) return { kind: 'state', mention, from, to: endOf(mention) };
  const target = readMention(cursor);
  const label = cursor.peek();
  const transition = { kind: 'transition', from_state: mention, to_state: target, arrow: { from: next.from, to: next.to }, from } as const;
  if (!cursor.accept('description')) return { ...transition, to: endOf(target) };
  const words = describing(label);
  return { ...transition, label: { ...words, from: colonOf(label) }, to: words.to };
}

const colonOf = ({ text, from }: StateToken) => from + text.indexOf(':');

/** The words after a colon. */
function describing(token: StateToken): Words {
  return wordsOf(token, token.text.indexOf(':') + 1);
}

/** `state A { … }`; a name alone says nothing to Mermaid. */
function readComposite(cursor: StateCursor): Statement | Opening {
  const mention = wordsOf(cursor.take());
  const { from, to } = mention;
  const brace = cursor.peek();
  if (!cursor.accept('opening')) return { kind: 'other', from, to };
  return { kind: 'state', mention, from, bodyFrom: brace.from };
}

function readLongName(cursor: StateCursor): Statement | Opening {
  const quoted = cursor.take();
  cursor.expect('as', '"as" and the name of the state');
  const name = wordsOf(cursor.expect('word', 'the name of the state'));
  const brace = cursor.peek();
  const description = { text: asWritten(quoted.text), from: quoted.from, to: quoted.to, quoted: true };
  // The quote before the words.
  const from = quoted.from - 1;
  if (cursor.accept('opening')) return { kind: 'state', mention: name, description, from, bodyFrom: brace.from };
  const [written = '', more] = name.text.split(':');
  const id = written.trim();
  const mention = { ...name, text: id, to: name.from + id.length };
  const trimmed = { ...description, text: description.text.trim() };
  if (more === undefined) return { kind: 'state', mention, description: trimmed, from, to: name.to };
  const start = name.from + written.length + 1 + more.length - more.trimStart().length;
  const rest = { text: more.trim(), from: start, to: start + more.trim().length };
  return { kind: 'state', mention, description: trimmed, more: rest, from, to: name.to };
}

function readPseudo(cursor: StateCursor, pseudo: PseudoKind): Statement {
  const token = cursor.take();
  const name = { ...token, text: token.text.replace(/(?:<<|\[\[)\w+(?:>>|\]\])$/, '') };
  const mention = wordsOf(name);
  return { kind: 'state', mention, pseudo, from: mention.from, to: token.to };
}

function readNote(cursor: StateCursor): Statement {
  const { from } = cursor.take();
  const side = cursor.peek();
  if (cursor.accept('note_text')) {
    cursor.expect('as', '"as" and a name after the note');
    cursor.expect('word', 'a name for the note');
    return { kind: 'free_note', text: { text: asWritten(side.text), from: side.from, to: side.to }, from, to: cursor.previous().to };
  }
  if (!cursor.accept('left of') && !cursor.accept('right of')) cursor.fail('"left of", "right of" or a note in quotes');
  const mention = wordsOf(cursor.expect('word', 'the state that the note is about'));
  const text = cursor.expect('note_text', 'a colon and the note, or the note and "end note"');
  return { kind: 'note', mention, side: side.kind === 'left of' ? 'left' : 'right', ...noteText(text), from, to: text.to };
}

/** Mermaid takes two characters away before a note on one line, whatever they are. */
function noteText(token: StateToken): Pick<NoteStatement, 'text' | 'block'> {
  const block = /\n[^\S\n]*end note$/i.test(token.text);
  const text = block ? { ...token, text: token.text.slice(0, -8) } : token;
  return { text: wordsOf(text, block ? 0 : 2), block };
}

function readStyling(cursor: StateCursor): Statement {
  const { kind, from } = cursor.take();
  if (kind === 'class_def') {
    const name = cursor.expect('class_name', 'the name of a style class').text.trim();
    const styles = stylesOf(cursor.expect('styles', 'styles such as fill:#f9f'), /;/);
    return { kind: 'class_def', name, styles, from, to: cursor.previous().to };
  }
  const names = listOf(cursor.expect('ids', 'the names of states'));
  if (kind === 'class') {
    const className = wordsOf(cursor.expect('class_name', 'the name of a style class'));
    return { kind: 'class', names, className, from, to: className.to };
  }
  const token = cursor.expect('styles', 'styles such as fill:#f9f');
  const { from: start, to } = wordsOf(token);
  return { kind: 'style', names, styles: stylesOf(token, /;/g), stylesRange: { from: start, to }, from, to };
}

/** Declarations between commas, semicolons taken off as Mermaid does. */
function stylesOf(token: StateToken, ends: RegExp): readonly string[] {
  return asWritten(token.text.trim())
    .split(',')
    .map((style) => style.replace(ends, '').trim());
}

function listOf(token: StateToken): readonly Words[] {
  let at = token.from;
  return token.text.split(',').map((text) => {
    const name = wordsOf({ ...token, text, from: at });
    at += text.length + 1;
    return name;
  });
}

function readLink(cursor: StateCursor): LinkStatement {
  const { from } = cursor.take();
  const mention = readMention(cursor);
  const first = cursor.peek();
  if (!cursor.accept('string') && !cursor.accept('href')) cursor.fail('an address in quotes');
  const second = cursor.expect('string', first.kind === 'href' ? 'an address in quotes' : 'a tooltip in quotes');
  const range: Range = { from, to: second.to };
  if (cursor.peek().kind !== 'newline' && cursor.peek().kind !== 'end_of_file') cursor.fail('the end of the line');
  return { kind: 'link', mention, url: asWritten(first.kind === 'href' ? second.text : first.text).slice(1, -1), ...range };
}
