import type { Parsed } from '../language.ts';
import { type Cursor, cursorOver } from '../mermaid/cursor.ts';
import { readStatements } from '../mermaid/read-statements.ts';
import { asWritten, quietFromHeader } from '../mermaid/source.ts';
import { createDraft } from './draft.ts';
import type { ArchitectureModel, EdgeEnd, Name, Side, Thing } from './model.ts';
import { type ArchitectureTokenKind, tokenize } from './tokens.ts';

type Reader = Cursor<ArchitectureTokenKind>;

/** Reads an architecture diagram as Mermaid 12 does (https://mermaid.js.org/syntax/architecture.html), keeping where everything stands. */
export function parseArchitecture(source: string): Parsed<ArchitectureModel> {
  const quiet = quietFromHeader(source);
  const cursor = cursorOver(tokenize(quiet.text));
  const draft = createDraft();
  const diagnostics = readStatements(source, cursor, {
    header: () => {
      while (cursor.accept('newline'));
      cursor.expect('keyword', 'architecture-beta', 'architecture-beta');
    },
    statement: () => {
      if (cursor.accept('newline')) return;
      const { kind, text, from, to } = cursor.peek();
      if (kind === 'title') {
        cursor.take();
        const said = /^[\t ]*title[\t ]*/.exec(text)?.[0].length ?? 0;
        draft.entitle(
          asWritten(text.slice(said))
            .trim()
            .replace(/[\t ]{2,}/g, ' '),
          { from: from + said, to },
        );
      } else if (kind === 'remark') cursor.take();
      else if (kind === 'name') draft.relate(readEdge(cursor));
      else if (kind === 'keyword' && text === 'align') draft.align(readAlignment(cursor));
      else if (text === 'group' || text === 'service' || text === 'junction') draft.declare(readThing(cursor, text));
      else if (kind === 'side') cursor.fail('a group, a service, a junction or an edge; names do not begin with L, R, T or B in Mermaid');
      else cursor.fail('a group, a service, a junction, an edge or an alignment');
      readEnd(cursor);
    },
    ending: (failed) => {
      if (!failed) draft.check();
    },
  });
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, model: draft.model(quiet.title), warnings: [] };
}

function readEnd(cursor: Reader): void {
  if (cursor.peek().kind !== 'end_of_file') cursor.expect('newline', 'the end of the line');
}

function readName(cursor: Reader, what: string): Name {
  const { text, from, to } = cursor.expect('name', what);
  return { text, from, to };
}

function readThing(cursor: Reader, kind: Thing['kind']): Thing {
  const { from } = cursor.take();
  const name = readName(cursor, `the name of a ${kind}`);
  const looks = kind === 'junction' ? {} : readLook(cursor, kind);
  const titleAt = cursor.previous().to;
  const title = kind === 'junction' ? undefined : readTitle(cursor);
  const parent = readParent(cursor);
  return { id: name.text, kind, ...looks, ...title, ...parent, range: { from, to: cursor.previous().to }, name, titleAt };
}

function readLook(cursor: Reader, kind: Thing['kind']): Pick<Thing, 'icon' | 'iconText'> {
  const { text } = cursor.peek();
  if (cursor.accept('icon')) return { icon: text.slice(1, -1) };
  if (kind === 'service' && cursor.accept('string')) return { iconText: unescaped(asWritten(text.slice(1, -1))) };
  return {};
}

function readTitle(cursor: Reader): Pick<Thing, 'title' | 'titleRange'> {
  const { text, from, to } = cursor.peek();
  return cursor.accept('label') ? { title: labelOf(text), titleRange: { from, to } } : {};
}

/** What stands between brackets, without the quotes around it. */
export function labelOf(bracketed: string): string {
  const inner = bracketed.slice(1, -1).trim();
  const isQuoted = (inner.startsWith('"') && inner.endsWith('"')) || (inner.startsWith("'") && inner.endsWith("'"));
  return asWritten(isQuoted ? inner.slice(1, -1).replace(/\\"/g, '"').replace(/\\'/g, "'") : inner).trim();
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', 0: '\0' };
  return text.replace(/\\(.)/g, (_, sign: string) => signs[sign] ?? sign);
}

function readParent(cursor: Reader): Pick<Thing, 'parent' | 'parentRange'> {
  const { from } = cursor.peek();
  if (!cursor.accept('keyword', 'in')) return {};
  const { text, to } = readName(cursor, 'the name of a group');
  return { parent: text, parentRange: { from, to } };
}

/** `a{group}:R <-[title]-> L:b{group}` */
function readEdge(cursor: Reader) {
  const left = readName(cursor, 'the name of a service');
  const leftGroup = readMark(cursor);
  cursor.expect('colon', '":" and the side where the edge begins');
  const leftSide = readSide(cursor);
  const leftHead = readHead(cursor);
  const { from: lineFrom } = cursor.peek();
  const title = readLine(cursor);
  const lineRange = { from: lineFrom, to: cursor.previous().to };
  const rightHead = readHead(cursor);
  const rightSide = readSide(cursor);
  cursor.expect('colon', '":" and the name of a service');
  const right = readName(cursor, 'the name of a service');
  const rightGroup = readMark(cursor);
  const from: EdgeEnd = { name: left, ...leftGroup, ...leftSide, ...leftHead };
  const to: EdgeEnd = { name: right, ...rightGroup, ...rightSide, ...rightHead };
  return { from, to, ...(title !== undefined && { title }), lineRange, range: { from: left.from, to: cursor.previous().to } };
}

function readMark(cursor: Reader): Pick<EdgeEnd, 'group' | 'groupRange'> {
  const { to: before } = cursor.previous();
  const { from, to } = cursor.peek();
  return cursor.accept('group_mark')
    ? { group: true, groupRange: { from, to } }
    : { group: false, groupRange: { from: before, to: before } };
}

const sides: readonly Side[] = ['L', 'R', 'T', 'B'];

function readSide(cursor: Reader): Pick<EdgeEnd, 'side' | 'sideRange'> {
  const { text, from, to } = cursor.expect('side', 'a side: L, R, T or B');
  return { side: sides.find((side) => side === text) ?? 'L', sideRange: { from, to } };
}

function readHead(cursor: Reader): Pick<EdgeEnd, 'into' | 'intoRange'> {
  const { from, to } = cursor.peek();
  if (cursor.accept('head')) return { into: true, intoRange: { from, to } };
  const { to: before, kind } = cursor.previous();
  const at = kind === 'side' ? from : before;
  return { into: false, intoRange: { from: at, to: at } };
}

function readLine(cursor: Reader): string | undefined {
  if (cursor.accept('line')) return undefined;
  cursor.expect('dash', '"--" or "-[title]-"');
  const { text } = cursor.expect('label', 'a title in brackets');
  cursor.expect('dash', '"-"');
  return labelOf(text);
}

function readAlignment(cursor: Reader) {
  const { from } = cursor.take();
  const { text } = cursor.peek();
  if (text !== 'row' && text !== 'column') cursor.fail('"row" or "column"');
  const { text: direction } = cursor.take();
  const members = [readName(cursor, 'the name of a service'), readName(cursor, 'the name of another service')];
  while (cursor.peek().kind === 'name') members.push(readName(cursor, 'the name of a service'));
  return { direction: direction === 'row' ? ('row' as const) : ('column' as const), members, range: { from, to: cursor.previous().to } };
}
