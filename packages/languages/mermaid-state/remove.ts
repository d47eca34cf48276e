import type { TextPatch } from '@autograph/editor';
import type { Refusal } from '../language.ts';
import type { Range } from '../mermaid/cursor.ts';
import { indentAt, wholeLine } from '../mermaid/lines.ts';
import { titleId } from '../mermaid/title.ts';
import { ties } from './graph.ts';
import type { StateModel } from './model.ts';
import { orphanNames } from './orphans.ts';
import { allStatements, lists, wholeStatement } from './statements.ts';
import { structureOf } from './structure.ts';
import type { Body, Statement } from './syntax.ts';

export interface Removal {
  readonly patches: readonly TextPatch[];
  /** Ids of all that goes, with what was asked for. */
  readonly gone: ReadonlySet<string>;
}

/**
 * Takes states, transitions and notes out of the text. A composite state goes with all that is in it, a state with its transitions and notes;
 * a state that only a removed transition named stays, declared alone; a region left without anything goes with its divider.
 */
export function removal(model: StateModel, source: string, ids: ReadonlySet<string>): Removal | Refusal {
  if (ids.size === 0) return { patches: [], gone: ids };
  if (ids.has(titleId)) return { refused: 'Take the title out of the front matter, in the text.' };
  const gone = goneWith(model, ids);
  const bodies = allStatements(model.statements).filter(
    (statement) => statement.kind === 'state' && statement.body && gone.has(statement.mention.text),
  );
  const inGoneBody = ({ from, to }: Range) => bodies.some((body) => from > body.from && to <= body.to);
  const statements = [...new Set([...statementsOf(model, gone), ...bodies])].filter((statement) => !inGoneBody(statement));
  const names = new Set(orphanNames(model, statements).filter((name) => !gone.has(name)));
  const patches = statements.map((statement): TextPatch => {
    const whole = wholeStatement(source, statement);
    const kept = namesIn(statement).filter((name) => names.delete(name));
    return kept.length === 0 ? wholeLine(source, whole) : { ...whole, insert: kept.join(`\n${indentAt(source, whole.from)}`) };
  });
  const dividers = emptiedRegions(model, new Set(statements)).filter((divider) => !inGoneBody(divider));
  return { patches: [...patches, ...dividers.map((divider) => wholeLine(source, divider)), ...fromLists(model, source, gone)], gone };
}

/** What goes along. */
function goneWith(model: StateModel, ids: ReadonlySet<string>): ReadonlySet<string> {
  const { parent } = structureOf(model);
  const isGone = (id: string): boolean => {
    for (let at: string | undefined = id; at !== undefined; at = parent(at)) if (ids.has(at)) return true;
    return false;
  };
  const states = new Set(model.states.map(({ id }) => id).filter(isGone));
  const transitions = model.transitions.filter(({ id, from, to }) => ids.has(id) || states.has(from) || states.has(to));
  const tied = ties(model).flatMap(({ id, from, to }) => (ids.has(id) ? [from, to] : []));
  const notes = model.notes.filter(({ id, about }) => isGone(id) || tied.includes(id) || (about !== undefined && states.has(about)));
  return new Set([...ids, ...states, ...[...transitions, ...notes].map(({ id }) => id)]);
}

/** Statements that say what goes, and nothing else that stays. */
function statementsOf(model: StateModel, gone: ReadonlySet<string>): readonly Statement[] {
  const states = model.states.filter(({ id }) => gone.has(id));
  const uses = states.flatMap((state) => state.uses.map(({ statement }) => statement));
  const parts = [...model.transitions, ...model.notes].filter(({ id }) => gone.has(id)).map(({ statement }) => statement);
  const links = model.statements.filter((statement) => statement.kind === 'link' && gone.has(statement.mention.text));
  const free = allStatements(model.statements).filter((statement) =>
    parts.some(({ from, to }) => statement.from === from && statement.to === to),
  );
  return [...uses, ...free, ...links];
}

function namesIn(statement: Statement): readonly string[] {
  if (statement.kind === 'transition') return [statement.from_state.text, statement.to_state.text];
  return statement.kind === 'note' ? [statement.mention.text] : [];
}

/** The dividers of regions of which no statement is left. */
function emptiedRegions({ statements }: StateModel, gone: ReadonlySet<Statement>): readonly Range[] {
  const bodies = allStatements(statements).flatMap((statement) => (statement.kind === 'state' && statement.body ? [statement.body] : []));
  return bodies.flatMap((body) => emptied(body, gone));
}

function emptied({ statements }: Body, gone: ReadonlySet<Statement>): readonly Range[] {
  const dividers = statements.flatMap((statement, at) => (statement.kind === 'divider' ? [at] : []));
  const bounds = [-1, ...dividers, statements.length];
  return bounds.slice(1).flatMap((end, region) => {
    const inside = statements.slice((bounds[region] ?? -1) + 1, end);
    if (inside.length === 0 || dividers.length === 0 || !inside.every((statement) => gone.has(statement))) return [];
    // The divider before it; the first region has none before, but one after.
    return statements[bounds[region] ?? -1] ?? statements[end] ?? [];
  });
}

/** Names in `class` and `style` lines: the whole line when all that it names go. */
function fromLists({ statements }: StateModel, source: string, gone: ReadonlySet<string>): readonly TextPatch[] {
  return lists(statements).flatMap((list): readonly TextPatch[] => {
    const going = list.names.filter(({ text }) => gone.has(text));
    if (going.length === 0) return [];
    if (going.length === list.names.length) return [wholeLine(source, list)];
    return going.map(({ from, to }) => {
      const after = /^\s*,\s*/.exec(source.slice(to))?.[0];
      if (after !== undefined) return { from, to: to + after.length, insert: '' };
      return { from: from - (/,\s*$/.exec(source.slice(0, from))?.[0].length ?? 0), to, insert: '' };
    });
  });
}
