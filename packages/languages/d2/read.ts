import { Problem } from '../mermaid/cursor.ts';
import { accept, fail, peek, type Reader, readWord, skipSpace } from './reader.ts';
import type { Arrow, Chain, Entry, Import, List, Mapping, Path, Value, Word } from './syntax.ts';

/** Maps within maps beyond this are taken for a mistake. */
const deepest = 100;

/** The statements of a text, as a map. Fails with a `Problem`. */
export function readD2(source: string): Mapping {
  const reader: Reader = { source, at: 0, grouped: false };
  const entries = readEntries(reader, 0);
  if (reader.at < source.length) throw new Problem('This "}" closes nothing: expected a key.', { from: reader.at, to: reader.at + 1 });
  return { kind: 'map', entries, from: 0, to: source.length };
}

/** Up to a closing brace or the end. */
function readEntries(reader: Reader, depth: number): readonly Entry[] {
  if (depth > deepest) throw new Problem(`Maps lie within maps more than ${deepest} deep.`, { from: reader.at, to: reader.at + 1 });
  const entries: Entry[] = [];
  for (;;) {
    skipBetween(reader);
    if (reader.at >= reader.source.length || peek(reader, '}')) return entries;
    entries.push(readEntry(reader, depth));
    skipSpace(reader);
    if (reader.at < reader.source.length && !/[\n;}#]/.test(reader.source[reader.at] ?? '')) fail(reader, 'a new line or ";" here');
  }
}

/** Space, line ends, semicolons and comments. */
function skipBetween(reader: Reader): void {
  const { source } = reader;
  for (;;) {
    const start = reader.at;
    reader.at += /^[\s;]*/.exec(source.slice(start))?.[0].length ?? 0;
    if (peek(reader, '#')) reader.at = endOfLine(source, reader.at);
    else if (accept(reader, '"""')) {
      const end = source.indexOf('"""', reader.at);
      if (end < 0) throw new Problem('Expected """ at the end of the comment that begins here.', { from: start, to: reader.at });
      reader.at = end + 3;
    } else if (start === reader.at || !/[\s;#"]/.test(source[reader.at] ?? '')) return;
    else if (peek(reader, '"')) return;
  }
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

function readEntry(reader: Reader, depth: number): Entry {
  const from = reader.at;
  const ended = (entry: Omit<Entry, 'from' | 'to'>): Entry => ({ ...entry, from, to: reader.at });
  if (accept(reader, '...')) return ended({ spread: readSpread(reader) });
  const filter = accept(reader, '!&') || accept(reader, '&');
  const path = peek(reader, '(') ? undefined : readPath(reader);
  skipSpace(reader);
  if (accept(reader, '(')) {
    const chain = readGroup(reader, reader.at - 1);
    return ended({ ...(path && { path }), chain, ...readValues(reader, depth) });
  }
  if (/^(?:<-*|-[->*])/.test(reader.source.slice(reader.at, reader.at + 2))) {
    if (!path) fail(reader, 'a key before the connection');
    const chain = readChain(reader, path);
    return ended({ chain: { ...chain, grouped: false }, ...readValues(reader, depth) });
  }
  if (!path) fail(reader, 'a key');
  return ended({ path, ...readValues(reader, depth), ...(filter && { filter }) });
}

function readSpread(reader: Reader): Word | Import {
  const from = reader.at;
  const found = /^(?:\$\{([^}\n]*)\}|@[^\s;}]+)/.exec(reader.source.slice(from));
  if (!found) fail(reader, '${name} or @file after "..."');
  reader.at += found[0].length;
  if (found[1] === undefined) return { kind: 'import', from, to: reader.at };
  return { kind: 'word', text: found[1].trim(), form: 'bare', pattern: false, from, to: reader.at };
}

function readPath(reader: Reader): Path | undefined {
  const words: Word[] = [];
  for (;;) {
    skipSpace(reader);
    const word = peek(reader, '(') ? undefined : readWord(reader, true);
    if (!word) break;
    words.push(word);
    if (words.length > deepest) throw new Problem(`Keys lie within keys more than ${deepest} deep.`, word);
    const end = reader.at;
    skipSpace(reader);
    if (!accept(reader, '.')) {
      reader.at = end;
      break;
    }
  }
  const [first, last] = [words[0], words.at(-1)];
  return first && last && { words, from: first.from, to: last.to };
}

function readGroup(reader: Reader, from: number): Chain {
  reader.grouped = true;
  const first = readPath(reader);
  if (!first) fail(reader, 'a key');
  const { ends, arrows } = readChain(reader, first);
  skipSpace(reader);
  if (!accept(reader, ')')) fail(reader, '")" after the connection');
  reader.grouped = false;
  const index = readIndex(reader);
  const end = reader.at;
  skipSpace(reader);
  const key = accept(reader, '.') ? readPath(reader) : undefined;
  if (!key) reader.at = end;
  return { ends, arrows, grouped: true, ...(index !== undefined && { index }), ...(key && { key }), from, to: reader.at };
}

function readIndex(reader: Reader): number | 'all' | undefined {
  const found = /^[^\S\n]*\[[^\S\n]*(\d+|\*)[^\S\n]*\]/.exec(reader.source.slice(reader.at));
  if (found) {
    reader.at += found[0].length;
    return found[1] === '*' ? 'all' : Number(found[1]);
  }
  skipSpace(reader);
  return peek(reader, '[') ? fail(reader, 'the number of a connection, such as [0]') : undefined;
}

function readChain(reader: Reader, first: Path): Pick<Chain, 'ends' | 'arrows' | 'from' | 'to'> {
  const ends = [first];
  const arrows: Arrow[] = [];
  for (;;) {
    const before = reader.at;
    skipSpace(reader);
    const from = reader.at;
    const found = /^([<*]?)-(?:-|\\\r?\n\s*)*([>*]?)/.exec(reader.source.slice(from));
    const [text = '', back = '', on = ''] = found ?? [];
    if (!found || text.length < 2) {
      if (arrows.length === 0) fail(reader, 'a connection such as ->, <-, <-> or --');
      reader.at = before;
      break;
    }
    reader.at += text.length;
    arrows.push({ back: back !== '', on: on !== '', from, to: reader.at });
    const end = readPath(reader);
    if (!end) fail(reader, 'what the connection leads to');
    ends.push(end);
  }
  return { ends, arrows, from: first.from, to: ends.at(-1)?.to ?? first.to };
}

function readValues(reader: Reader, depth: number): Pick<Entry, 'primary' | 'value'> {
  const end = reader.at;
  skipSpace(reader);
  if (peek(reader, '{')) return { value: readMap(reader, depth) };
  if (!accept(reader, ':')) {
    reader.at = end;
    return {};
  }
  const value = readValue(reader, depth) ?? fail(reader, 'a value after ":"');
  if (value.kind !== 'word') return { value };
  const after = reader.at;
  skipSpace(reader);
  if (peek(reader, '{')) return { primary: value, value: readMap(reader, depth) };
  reader.at = after;
  return { primary: value };
}

function readMap(reader: Reader, depth: number): Mapping {
  const from = reader.at;
  reader.at += 1;
  const entries = readEntries(reader, depth + 1);
  if (!accept(reader, '}')) throw new Problem('Expected "}" for the "{" that opens here.', { from, to: from + 1 });
  return { kind: 'map', entries, from, to: reader.at };
}

function readValue(reader: Reader, depth: number): Value | undefined {
  skipSpace(reader);
  const from = reader.at;
  if (peek(reader, '{')) return readMap(reader, depth);
  if (peek(reader, '[')) return readList(reader, depth);
  const imported = /^@[^\s;}]+/.exec(reader.source.slice(from, from + 500))?.[0];
  if (imported) {
    reader.at += imported.length;
    return { kind: 'import', from, to: reader.at };
  }
  return readWord(reader, false);
}

function readList(reader: Reader, depth: number): List {
  const from = reader.at;
  if (depth > deepest) throw new Problem(`Lists lie within lists more than ${deepest} deep.`, { from, to: from + 1 });
  reader.at += 1;
  const items: Value[] = [];
  for (;;) {
    skipBetween(reader);
    if (accept(reader, ']')) return { kind: 'list', items, from, to: reader.at };
    const item = readValue(reader, depth + 1);
    if (!item) fail(reader, '"]" at the end of the list, or another value');
    items.push(item);
  }
}
