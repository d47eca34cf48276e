import type { TextPatch } from '@autograph/editor';
import { insertAfter, lineEndOf, lineOf } from '../mermaid/lines.ts';
import { headerEnd } from './edit-remove.ts';
import { indentOf } from './file-style.ts';
import type { FlowModel } from './model.ts';
import { partsOf, type Scope, statementsIn } from './scopes.ts';

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
    return { from: end + semicolon, to: end + semicolon, insert: `${lineEndOf(source)}${indentOf(model)}${text}` };
  }
  const at = headerEnd(source, opening);
  const before = source.slice(lineOf(source, opening).from, opening.from);
  if (before.trim() === '') return { from: at, to: at, insert: `${lineEndOf(source)}${before}${indentOf(model)}${text}` };
  return { from: at, to: at, insert: `; ${text}` };
}
