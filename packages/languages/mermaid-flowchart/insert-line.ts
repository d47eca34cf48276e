import type { TextPatch } from '@autograph/editor';
import { headerEnd } from './edit-remove.ts';
import { indentOf, newlineOf } from './file-style.ts';
import type { FlowModel } from './model.ts';
import { partsOf, type Scope, statementsIn } from './scopes.ts';
import type { Statement } from './syntax.ts';
import { lineOf } from './take-out.ts';

/** What goes between a statement and one written after it: a new line indented alike, or a semicolon where it shares its line with others. */
export function jointAfter(source: string, { from, to }: Pick<Statement, 'from' | 'to'>): { readonly joint: string; readonly at: number } {
  const line = lineOf(source, { from, to });
  const before = source.slice(line.from, from);
  const end = /^[^\S\n]*;?/.exec(source.slice(to, line.to))?.[0] ?? '';
  const semicolon = end.endsWith(';');
  const alone = before.trim() === '' && source.slice(to + end.length, line.to).trim() === '';
  if (!alone) return { joint: '; ', at: to };
  return { joint: `${semicolon ? ';' : ''}${newlineOf(source)}${before}`, at: to };
}

/** Writes a statement after another one. */
export function insertAfter(source: string, statement: Pick<Statement, 'from' | 'to'>, text: string): TextPatch {
  const { joint, at } = jointAfter(source, statement);
  return { from: at, to: at, insert: joint + text };
}

/** Writes a statement as the last of those in a scope that say what there is. */
export function insertInto(model: FlowModel, scope: Scope, text: string): TextPatch {
  const { source, syntax } = model;
  const last = partsOf(model, scope).at(-1) ?? statementsIn(model, scope).find(({ kind }) => kind === 'direction');
  if (last) return insertAfter(source, last, text);
  const opening = scope === null ? undefined : model.groups.get(scope)?.syntax;
  if (!opening) {
    const { from, to } = syntax.header;
    const end = from + source.slice(from, to).trimEnd().length;
    const semicolon = /^[^\S\n]*;/.exec(source.slice(end))?.[0].length ?? 0;
    return { from: end + semicolon, to: end + semicolon, insert: `${newlineOf(source)}${indentOf(model)}${text}` };
  }
  const at = headerEnd(source, opening);
  const before = source.slice(lineOf(source, opening).from, opening.from);
  if (before.trim() === '') return { from: at, to: at, insert: `${newlineOf(source)}${before}${indentOf(model)}${text}` };
  return { from: at, to: at, insert: `; ${text}` };
}
