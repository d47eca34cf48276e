import type { Block } from '@autograph/document';
import { patchText, type RegroupEdit, type StructureChange, type TextPatch } from '@autograph/editor';
import { areApart } from '../joined-patches.ts';
import type { Refusal } from '../language.ts';
import { indentAt, wholeLine } from '../mermaid/lines.ts';
import { titleId } from '../mermaid/title.ts';
import { stateIds } from './holding.ts';
import { insertInto, type Scope } from './insert.ts';
import { meaningOf, sameMeaning } from './meaning.ts';
import type { State, StateModel } from './model.ts';
import { orphanNames } from './orphans.ts';
import { parseState } from './parse.ts';
import { isBareName } from './source-forms.ts';
import { wholeStatement } from './statements.ts';
import { structureOf } from './structure.ts';
import type { Statement } from './syntax.ts';

/** Writes that a state belongs to another composite state, or to none: what says so goes there, transitions that named it where it was stand outside of all. */
export function regroup(model: StateModel, block: Block, { node_id, group }: RegroupEdit): StructureChange | Refusal {
  const state = model.states.find(({ id }) => id === node_id);
  const composite = model.states.find(({ id, composite }) => id === group && composite);
  if (!state) return { refused: 'A note goes where its state goes.' };
  if (state.kind === 'start' || state.kind === 'end') return { refused: 'A start or an end belongs where it is. Draw another one there.' };
  const scope = composite && lastScope(model, composite.id);
  if (composite && isWithin(model, composite.id, node_id)) return { refused: 'A composite state cannot go into itself.' };
  const before = meaningOf(model);
  const own = before.states.get(node_id);
  if (!own) return { refused: 'That is no longer in the text.' };
  const parent = scope ?? (model.title ? titleId : undefined);
  const wanted = { ...before, states: new Map([...before.states, [node_id, { ...own, parent }]]) };
  for (const patches of ways(model, block.source, state, scope)) {
    const ordered = patches.toSorted((a, b) => a.from - b.from || a.to - b.to);
    const after = areApart(ordered) ? parseState(patchText(block.source, ordered)) : undefined;
    if (!after?.ok || !sameMeaning(meaningOf(after.model), wanted)) continue;
    const ids = new Set(Object.values(stateIds(after.model)).flat());
    const lost = Object.values(stateIds(model))
      .flat()
      .filter((id) => block.layout[id] && !ids.has(id));
    return { patches: ordered, layout: Object.fromEntries(lost.map((id) => [id, null])) };
  }
  return { refused: 'This cannot be regrouped without changing more of the text. Move its lines there.' };
}

/** A composite state itself, or the last of its regions. */
function lastScope({ regions }: StateModel, id: string): Scope {
  return regions.findLast(({ composite }) => composite === id)?.id ?? id;
}

function isWithin(model: StateModel, inner: string, outer: string): boolean {
  const { parent } = structureOf(model);
  for (let at: string | undefined = inner; at !== undefined; at = parent(at)) if (at === outer) return true;
  return false;
}

/** The ways to write it, in the order of liking. */
function* ways(model: StateModel, source: string, state: State, scope: Scope): Iterable<readonly TextPatch[]> {
  const name = isBareName(state.id) ? state.id : undefined;
  const lines = [...new Set(state.uses.map(({ statement }) => statement))];
  const own = lines.filter((statement) => statement.kind === 'state');
  const others = lines.filter((statement) => statement.kind !== 'state');
  const inScopes = others.filter((statement) => isNested(model, statement));
  const added = (scopes: Scope, ...texts: readonly string[]) => insertInto(model, source, scopes, texts) ?? [];
  // Named there last: enough where nothing that is inside of others names it later.
  if (scope !== undefined && name !== undefined && !state.composite) yield [added(scope, name)].flat();
  const moved = (statements: readonly Statement[]) => statements.map((statement) => movedText(source, statement));
  const cut = (statements: readonly Statement[]) => statements.map((statement) => cutLine(model, source, statement, state.id));
  // Its own lines go there; those about it and others, outside of all.
  if (own.length > 0) {
    const target = added(scope, ...moved(own));
    const root = inScopes.length > 0 ? added(undefined, ...moved(inScopes)) : [];
    yield [...cut([...own, ...inScopes]), target, root].flat();
  }
  if (name !== undefined && !state.composite) {
    const target = scope === undefined ? [] : added(scope, name);
    yield [...cut(inScopes), added(undefined, ...(inScopes.length > 0 ? moved(inScopes) : [name])), target].flat();
  }
}

function isNested({ statements }: StateModel, statement: Statement): boolean {
  return !statements.includes(statement);
}

/** A statement's text, its later lines less indented by what it stands in. */
function movedText(source: string, statement: Statement): string {
  const { from, to } = wholeStatement(source, statement);
  return source.slice(from, to).replaceAll(`\n${indentAt(source, from)}`, '\n');
}

/** Takes a statement out; what else only it named stays, alone. */
function cutLine(model: StateModel, source: string, statement: Statement, id: string): TextPatch {
  const whole = wholeStatement(source, statement);
  const kept = statement.kind === 'transition' ? orphanNames(model, [statement]).filter((name) => name !== id) : [];
  return kept.length === 0 ? wholeLine(source, whole) : { ...whole, insert: kept.join(`\n${indentAt(source, whole.from)}`) };
}
