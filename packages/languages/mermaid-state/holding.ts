import type { Holding, Ids } from '../moves.ts';
import { ties } from './graph.ts';
import type { StateModel } from './model.ts';
import { structureOf } from './structure.ts';

/** What composite states and their regions hold, and what runs between states and notes. */
export function stateHolding(model: StateModel): Holding {
  const { parent } = structureOf(model);
  const composites = new Map(model.regions.map(({ id, composite }) => [id, composite]));
  return {
    parent,
    // Regions have no shape of their own.
    shownIn: (id) => composites.get(parent(id) ?? '') ?? parent(id),
    edges: [...model.transitions, ...ties(model)],
  };
}

export function stateIds(model: StateModel): Ids {
  return {
    named: model.states.map(({ id }) => id),
    ordered: [...model.regions, ...model.notes, ...model.transitions, ...ties(model)].map(({ id }) => id),
  };
}
