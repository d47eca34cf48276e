import type { Holding, Ids } from '../moves.ts';
import { attachments } from './graph.ts';
import { type ClassModel, relationId } from './model.ts';
import { frameOf, frames } from './view.ts';

/** What frames hold, and what runs between classes, notes and interfaces. */
export function classHolding(model: ClassModel): Holding {
  const classes = new Map(model.classes.map(({ name, namespace }) => [name, frameOf(namespace, model).group]));
  const parents = new Map([
    ...classes,
    ...model.notes.map(({ id, namespace }) => [id, frameOf(namespace, model).group] as const),
    ...model.interfaces.map(({ id, of }) => [id, classes.get(of)] as const),
    ...frames(model).map(({ id, parent }) => [id, parent] as const),
  ]);
  return { parent: (id) => parents.get(id), edges: edges(model) };
}

export function classIds(model: ClassModel): Ids {
  return {
    named: model.classes.map(({ name }) => name),
    ordered: [...model.notes, ...model.interfaces, ...edges(model)].map(({ id }) => id),
  };
}

function edges(model: ClassModel): Holding['edges'] {
  return [...model.relations, ...attachments(model).map(({ note, to }) => ({ id: relationId(note.id, to), from: note.id, to }))];
}
