import type { Diagnostic } from '@autograph/editor';
import { Problem, type Range } from '../mermaid/cursor.ts';
import { maxDiagnostics } from '../mermaid/read-statements.ts';
import { errorAt } from '../mermaid/source.ts';
import { Scanner } from './scanner.ts';
import type { Connection, Group, Mention, PropertyList, Setting, Statement } from './syntax.ts';

/** Groups in groups: readers and layouts go no deeper. */
const deepest = 200;

/** Words that say something of the whole diagram when they begin a line. */
export const settingWords = ['title', 'direction', 'colorMode', 'styleMode', 'typeface', 'autoNumber', 'notation', 'layout'] as const;
const settingLine = new RegExp(`(${settingWords.join('|')})(?:[^\\S\\n]*:)?(?=[^\\S\\n])[^\\S\\n]*(?![-<>{[]|$)`, 'y');

export interface ReadText {
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly Diagnostic[];
}

interface OpenGroup {
  readonly header: Mention;
  readonly from: number;
  readonly bodyFrom: number;
  readonly statements: Statement[];
}

export interface ReadOptions {
  /** The lines within groups are left to a grammar of their own. */
  readonly rows?: boolean;
}

/** The statements of a text, past its mistakes, which are told in order. */
export function readEraser(source: string, { rows = false }: ReadOptions = {}): ReadText {
  const scanner = new Scanner(source);
  const diagnostics: Diagnostic[] = [];
  const top: Statement[] = [];
  const open: OpenGroup[] = [];
  const here = () => open.at(-1)?.statements ?? top;

  const step = () => {
    if (scanner.peek() === '}') {
      const closing = open.pop();
      if (!closing) return scanner.fail('a node, a group or a connection');
      const bodyTo = scanner.at;
      scanner.accept('}');
      const { header, from, bodyFrom, statements } = closing;
      const group: Group = { kind: 'group', header, from, to: scanner.at, body: { from: bodyFrom, to: bodyTo }, statements };
      here().push(group);
      return;
    }
    const from = scanner.at;
    if (rows && open.length > 0) {
      here().push(row(scanner));
      return;
    }
    const setting = readSetting(scanner);
    if (setting) {
      here().push(setting);
      return endOfLine(scanner);
    }
    const first = readNames(scanner, 'a node, a group or a connection');
    scanner.skipBlank();
    const [header] = first;
    if (first.length === 1 && header && scanner.accept('{')) {
      if (open.length >= deepest) throw new Problem('Groups cannot be nested as deep as this.', { from, to: scanner.at });
      open.push({ header, from, bodyFrom: scanner.at, statements: [] });
      return;
    }
    const connection = scanner.connectorAt(scanner.at) === undefined ? undefined : readConnection(scanner, first);
    here().push(connection ?? { kind: 'nodes', items: first, from, to: first.at(-1)?.to ?? scanner.at });
    return endOfLine(scanner);
  };

  for (scanner.skipLines(); !scanner.isAtEnd && diagnostics.length < maxDiagnostics; scanner.skipLines()) {
    try {
      step();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      diagnostics.push(errorAt(source, problem.at.from, problem.at.to, problem.message));
      const { at } = scanner;
      scanner.skipLine();
      // What a line with a mistake opens is closed below.
      if (/\{\s*$/.test(source.slice(at, scanner.at)))
        open.push({ header: { name: '', nameRange: problem.at, ...problem.at }, from: at, bodyFrom: scanner.at, statements: [] });
    }
  }
  if (open.length > 0 && diagnostics.length < maxDiagnostics) {
    const { from, to } = open.at(-1)?.header ?? { from: 0, to: 0 };
    diagnostics.push(errorAt(source, from, to, 'Expected "}" that ends this group, but found the end of the text.'));
  }
  return { statements: top, diagnostics };
}

function endOfLine(scanner: Scanner): void {
  scanner.skipBlank();
  if (!scanner.isAtEnd && scanner.peek() !== '\n' && scanner.peek() !== '}') scanner.fail('the end of the line');
}

function row(scanner: Scanner): Statement {
  const from = scanner.at;
  let to = from;
  for (; !scanner.isAtEnd && !/[\n}]/.test(scanner.peek()); scanner.at += 1) {
    if (/^\s\/\//.test(scanner.source.slice(scanner.at - 1, scanner.at + 2))) break;
    if (scanner.peek() === '{') scanner.fail('a column, or "}"');
    if (!/\s/.test(scanner.peek())) to = scanner.at + 1;
  }
  return { kind: 'row', text: scanner.source.slice(from, to), from, to };
}

function readSetting(scanner: Scanner): Setting | undefined {
  settingLine.lastIndex = scanner.at;
  const [whole, key] = settingLine.exec(scanner.source) ?? [];
  if (whole === undefined || key === undefined) return undefined;
  const from = scanner.at;
  scanner.at += whole.length;
  const { text, ...valueRange } = scanner.words();
  return { kind: 'setting', key, value: text, valueRange, from, to: valueRange.to };
}

function readNames(scanner: Scanner, what: string): readonly Mention[] {
  const names = [scanner.mention(what)];
  for (;;) {
    const { at } = scanner;
    scanner.skipSpaces();
    if (!scanner.accept(',')) {
      scanner.at = at;
      return names;
    }
    // A list goes on in the next line after its comma.
    scanner.skipLines();
    names.push(scanner.mention('another name after ","'));
  }
}

function readConnection(scanner: Scanner, first: readonly Mention[]): Connection {
  const from = first[0]?.from ?? scanner.at;
  const parts = [first];
  const connectors: (Range & { readonly text: string })[] = [];
  for (let text = scanner.connectorAt(scanner.at); text !== undefined; text = scanner.connectorAt(scanner.at)) {
    connectors.push({ text, from: scanner.at, to: scanner.at + text.length });
    scanner.at += text.length;
    scanner.skipSpaces();
    parts.push(readNames(scanner, `what "${text}" leads to`));
    scanner.skipSpaces();
  }
  let to = parts.at(-1)?.at(-1)?.to ?? scanner.at;
  if (scanner.peek() !== ':') {
    scanner.at = to;
    return { kind: 'connection', parts, connectors, from, to };
  }
  const colon = scanner.at;
  scanner.accept(':');
  const label = scanner.words();
  to = Math.max(label.to, colon + 1);
  scanner.at = to;
  scanner.skipSpaces();
  let properties: PropertyList | undefined;
  if (scanner.peek() === '[') {
    properties = scanner.properties();
    to = properties.to;
  } else scanner.at = to;
  const labelled = { from: colon, to: Math.max(label.to, colon + 1) };
  return { kind: 'connection', parts, connectors, label, labelled, ...(properties && { properties }), from, to };
}
