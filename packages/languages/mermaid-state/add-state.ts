import type { Block, Placement } from '@autograph/document';
import { type AddEdit, patchText, type StructureChange, type TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Refusal } from '../language.ts';
import { titleId } from '../mermaid/title.ts';
import { type Names, newName } from '../new-name.ts';
import { leaves, transitionSource, withTransitions } from './connect.ts';
import { insertInto, type Scope } from './insert.ts';
import { meaningOf, sameMeaning, saying } from './meaning.ts';
import type { State, StateModel } from './model.ts';
import { parseState } from './parse.ts';
import { structureOf } from './structure.ts';
import { stateSize } from './view.ts';

const cannot: Refusal = { refused: 'A new state does not fit into this text. Write it there.' };

/** What the drawn forms of nodes are among states. */
const pseudo: Readonly<Record<string, 'choice' | 'fork'>> = { diam: 'choice', fork: 'fork' };

/** Writes a new state, with the transition from the one that it was dragged out of: as one line where both stand together. */
export function addState(model: StateModel, block: Block, edit: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const id = newName(namesIn(model));
  const kind = pseudo[edit.outline ?? ''];
  const scope = scopeAt(model, block, edit);
  const from = model.states.find((state) => state.id === edit.from);
  if (edit.from !== undefined && (!from || from.kind === 'end')) {
    return { refused: 'Nothing leads away from here. Drag out of a state.' };
  }
  const patches = writing(model, block.source, { id, kind, scope, from });
  if ('refused' in patches) return patches;
  const after = parseState(patchText(block.source, patches));
  const before = meaningOf(model);
  const parent = scope ?? (model.title ? titleId : undefined);
  const wanted = {
    ...before,
    states: new Map([...before.states, [id, { kind: kind ?? 'state', label: id, parent }]]),
    transitions: [...before.transitions, ...(from ? [saying(from.id, id)] : [])],
  };
  const made = after.ok ? after.model.states.find((state) => state.id === id) : undefined;
  if (!after.ok || !made || !sameMeaning(meaningOf(after.model), wanted)) return cannot;
  const { layout } = withTransitions(model, after.model, block);
  return { patches, layout: { ...layout, [id]: placementOf(made, after.model, edit, measure) }, made: id };
}

interface NewState {
  readonly id: string;
  readonly kind: 'choice' | 'fork' | undefined;
  readonly scope: Scope;
  readonly from: State | undefined;
}

function writing(model: StateModel, source: string, { id, kind, scope, from }: NewState): readonly TextPatch[] | Refusal {
  const declared = kind ? [`state ${id} <<${kind}>>`] : [];
  const transition = from && transitionSource(model, from, id);
  if (transition !== undefined && typeof transition !== 'string') return transition;
  const together = from && transition !== undefined && from.parent === scope;
  const own = together ? [...declared, transition] : kind ? declared : [id];
  const patches = [insertInto(model, source, scope, own, together ? leaves(from.id, model) : undefined)];
  if (transition !== undefined && !together)
    patches.push(insertInto(model, source, from?.kind === 'start' ? from.parent : undefined, [transition]));
  const found = patches.flatMap((patch) => patch ?? []);
  return found.length === patches.length ? found.toSorted((a, b) => a.from - b.from) : cannot;
}

const reserved: ReadonlySet<string> = new Set([
  'state',
  'note',
  'end',
  'class',
  'style',
  'default',
  'click',
  'href',
  'scale',
  'direction',
  'as',
]);

function namesIn({ states, classDefs }: StateModel): Names {
  const ids = states.filter(({ kind }) => kind !== 'start' && kind !== 'end' && kind !== 'divider').map(({ id }) => id);
  return { ids, taken: new Set([...ids, ...classDefs.keys()]), reserved, noun: 'state' };
}

/** The scope where the new state goes: of several regions the one that it lies in or is nearest to. */
function scopeAt(model: StateModel, { layout }: Block, { group, at }: AddEdit): Scope {
  if (group === undefined || !model.states.some(({ id, composite }) => id === group && composite)) return undefined;
  const regions = model.regions.filter(({ composite }) => composite === group);
  const away = (id: string) => {
    const { x = 0, y = 0, w = 0, h = 0 } = layout[id] ?? {};
    return Math.hypot(Math.max(x - at.x, 0, at.x - x - w), Math.max(y - at.y, 0, at.y - y - h));
  };
  const [nearest] = regions.toSorted((a, b) => away(a.id) - away(b.id));
  return nearest?.id ?? group;
}

/** Centred where it was dropped; as large as it was drawn, if that is enough for its text. */
function placementOf(state: State, model: StateModel, { at, size }: AddEdit, measure: TextMeasurer): Placement {
  const own = stateSize(state, model, structureOf(model).flow(state.id), measure);
  const fits = size !== undefined && state.kind === 'state';
  const w = fits ? Math.max(own.w, size.w) : own.w;
  const h = fits ? Math.max(own.h, size.h) : own.h;
  return { x: Math.round(at.x - w / 2), y: Math.round(at.y - h / 2), ...(fits && { w, h }), pinned: true };
}
