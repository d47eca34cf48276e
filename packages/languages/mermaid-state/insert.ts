import type { TextPatch } from '@autograph/editor';
import { indentAt } from '../mermaid/lines.ts';
import type { StateModel } from './model.ts';
import { allStatements, wholeStatement } from './statements.ts';
import type { Body, Statement } from './syntax.ts';

/** What holds statements: a composite state or a region of one, by its id; undefined for the diagram itself. */
export type Scope = string | undefined;

interface Place {
  readonly statements: readonly Statement[];
  readonly body?: Body;
}

/** The statements of a scope; undefined when there is none. */
export function placeOf(model: StateModel, scope: Scope): Place | undefined {
  if (scope === undefined) return { statements: model.statements };
  const region = model.regions.find(({ id }) => id === scope);
  const composite = region?.composite ?? scope;
  const bodies = allStatements(model.statements).flatMap((statement) =>
    statement.kind === 'state' && statement.body && statement.mention.text === composite ? [statement.body] : [],
  );
  if (!region) return bodies[0] && { statements: bodies[0].statements, body: bodies[0] };
  const number = model.regions.filter((other) => other.composite === composite).indexOf(region);
  return bodies.flatMap((body) => partsOf(body).map((statements) => ({ statements, body })))[number];
}

function partsOf({ statements }: Body): readonly (readonly Statement[])[] {
  const parts: Statement[][] = [[]];
  for (const statement of statements) {
    if (statement.kind === 'divider') parts.push([]);
    else parts.at(-1)?.push(statement);
  }
  return parts;
}

const says: ReadonlySet<Statement['kind']> = new Set(['state', 'transition', 'note', 'free_note', 'direction']);

/** Writes lines into a scope: after the last statement there that satisfies, else after the last one that says what there is. */
export function insertInto(
  model: StateModel,
  source: string,
  scope: Scope,
  lines: readonly string[],
  isBefore: (statement: Statement) => boolean = () => false,
): TextPatch | undefined {
  const place = placeOf(model, scope);
  if (!place) return undefined;
  const anchor = place.statements.findLast(isBefore) ?? place.statements.findLast(({ kind }) => says.has(kind));
  if (anchor) return insertAfter(source, anchor, lines);
  if (place.body) {
    const outer = /(?:^|\n)([^\S\n]*)[^\n]*$/.exec(source.slice(0, place.body.from))?.[1] ?? '';
    const at = place.body.from + 1;
    const closes = /^[^\S\n]*\}/.test(source.slice(at)) ? `\n${outer}` : '';
    return { from: at, to: at, insert: indented(lines, `${outer}    `) + closes };
  }
  const header = /stateDiagram(?:-v2)?[^\n]*/.exec(source);
  const at = header ? header.index + header[0].trimEnd().length : source.length;
  return { from: at, to: at, insert: indented(lines, '    ') };
}

/** Writes lines after a statement, and after a comment that ends its line. */
function insertAfter(source: string, statement: Statement, lines: readonly string[]): TextPatch {
  const comment = /^[^\S\n]*(?:%%|#)[^\n]*/.exec(source.slice(statement.to))?.[0] ?? '';
  const at = statement.to + comment.trimEnd().length;
  const indent = indentAt(source, wholeStatement(source, statement).from);
  return { from: at, to: at, insert: indented(lines, indent) };
}

function indented(lines: readonly string[], indent: string): string {
  return lines.map((line) => `\n${indent}${line.replaceAll('\n', `\n${indent}`)}`).join('');
}
