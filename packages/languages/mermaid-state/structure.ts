import type { Direction } from '@autograph/layout';
import { labelText } from '../mermaid/label.ts';
import { titleId } from '../mermaid/title.ts';
import { withoutCircles } from '../without-circles.ts';
import { type Note, type Region, type State, type StateModel, stateLabel } from './model.ts';

/** What holds other things: the whole diagram with its title, a composite state, or a region of one. */
export interface Holder {
  readonly id: string;
  readonly text: string;
  readonly parent?: string;
  readonly direction?: Direction;
  readonly state?: State;
  readonly region?: Region;
}

/** How a diagram nests. */
export interface Structure {
  /** Outer ones first. */
  readonly holders: readonly Holder[];
  /** States that hold nothing. */
  readonly leaves: readonly State[];
  /** The id of what holds a state, a region or a note; undefined for what stands outside of all. */
  parent(id: string): string | undefined;
  /** How what holds a state runs. */
  flow(id: string): Direction;
}

const known = new WeakMap<StateModel, Structure>();

/** How a diagram nests; states that say they hold each other stand outside of all. */
export function structureOf(model: StateModel): Structure {
  const structure = known.get(model) ?? build(model);
  known.set(model, structure);
  return structure;
}

function build(model: StateModel): Structure {
  const outermost = model.title ? titleId : undefined;
  const parents = parentsOf(model);
  const parent = (id: string) => (id === titleId ? undefined : (parents.get(id) ?? outermost));
  const depth = (id: string): number => {
    const outer = parent(id);
    return outer === undefined ? 0 : depth(outer) + 1;
  };
  const of = (id: string) => {
    const outer = parent(id);
    return outer === undefined ? {} : { parent: outer };
  };
  const composites = model.states.filter(({ composite }) => composite);
  const inner: readonly Holder[] = [
    ...composites.map((state) => ({
      id: state.id,
      text: labelText(stateLabel(state)),
      state,
      ...directed(state.direction),
      ...of(state.id),
    })),
    ...model.regions.map((region) => ({ id: region.id, text: '', region, ...directed(region.direction), ...of(region.id) })),
  ];
  const title: readonly Holder[] = model.title ? [{ id: titleId, text: labelText(model.title) }] : [];
  const directions = new Map(inner.map(({ id, direction }) => [id, direction]));
  return {
    holders: [...title, ...inner.toSorted((a, b) => depth(a.id) - depth(b.id))],
    leaves: model.states.filter(({ composite, kind }) => !composite && kind !== 'divider'),
    parent,
    flow: (id) => directions.get(parents.get(id) ?? '') ?? model.direction,
  };
}

function directed(direction: Direction | undefined) {
  return direction ? { direction } : {};
}

function parentsOf({ states, regions, notes }: StateModel): ReadonlyMap<string, string> {
  const composites = new Set(states.filter(({ composite }) => composite).map(({ id }) => id));
  const inRegion = new Map(regions.map(({ id, composite }) => [id, composite]));
  const written = new Map<string, string>();
  for (const { id, parent } of states) {
    if (parent !== undefined && (composites.has(parent) || inRegion.has(parent))) written.set(id, parent);
  }
  // Of a state in a region of its own, the state stands outside: its region stays in it.
  for (const [region, composite] of inRegion) written.set(region, composite);
  const parents = new Map(withoutCircles(written));
  for (const note of notes) {
    const parent = noteParent(note, parents);
    if (parent !== undefined) parents.set(note.id, parent);
  }
  return parents;
}

function noteParent({ about, parent }: Note, parents: ReadonlyMap<string, string>): string | undefined {
  return about === undefined ? parent : parents.get(about);
}
