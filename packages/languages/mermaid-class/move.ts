import type { Block, Placement } from '@autograph/document';
import type { Change } from './edit.ts';
import { attachments } from './graph.ts';
import { type ClassModel, relationId } from './model.ts';
import { frameOf, frames } from './view.ts';

/** Pinned placements after something was dragged or a frame was sized; a frame takes its members and what runs between them along. */
export function moves(model: ClassModel, block: Block, id: string, { x, y, w, h }: Change): Record<string, Placement> {
  const placement = block.layout[id];
  if (!placement || [x, y, w, h].every((value) => typeof value !== 'number')) return {};
  const parents = holders(model);
  const parent = parents.get(id);
  const origin = (parent === undefined ? undefined : block.layout[parent]) ?? { x: 0, y: 0 };
  const dx = typeof x === 'number' ? x + origin.x - placement.x : 0;
  const dy = typeof y === 'number' ? y + origin.y - placement.y : 0;
  const moved: Record<string, Placement> = {};
  for (const [member, at] of Object.entries(block.layout)) {
    if (isWithin(parents, member, id)) moved[member] = { ...at, x: at.x + dx, y: at.y + dy, pinned: true };
  }
  const size = { ...(typeof w === 'number' && { w }), ...(typeof h === 'number' && { h }) };
  moved[id] = { ...placement, x: placement.x + dx, y: placement.y + dy, ...size, pinned: true };
  for (const { id: edge, from, to } of edges(model)) {
    const route = block.layout[edge];
    if (!route?.points || !moved[from] || !moved[to]) continue;
    const points = route.points.map(([px = 0, py = 0]) => [px + dx, py + dy]);
    moved[edge] = { ...route, x: route.x + dx, y: route.y + dy, points };
  }
  return moved;
}

function holders(model: ClassModel): ReadonlyMap<string, string | undefined> {
  const classes = new Map(model.classes.map(({ name, namespace }) => [name, frameOf(namespace, model).group]));
  return new Map([
    ...classes,
    ...model.notes.map(({ id, namespace }) => [id, frameOf(namespace, model).group] as const),
    ...model.interfaces.map(({ id, of }) => [id, classes.get(of)] as const),
    ...frames(model).map(({ id, parent }) => [id, parent] as const),
  ]);
}

function isWithin(parents: ReadonlyMap<string, string | undefined>, member: string, id: string): boolean {
  for (let at = parents.get(member); at !== undefined; at = parents.get(at)) if (at === id) return true;
  return false;
}

function edges(model: ClassModel): readonly { readonly id: string; readonly from: string; readonly to: string }[] {
  return [...model.relations, ...attachments(model).map(({ note, to }) => ({ id: relationId(note.id, to), from: note.id, to }))];
}

/** Placements under the ids that things have after an edit of the text, without those that the edit drops. */
export function renamedPlacements(
  before: ClassModel,
  after: ClassModel,
  layout: Readonly<Record<string, Placement>>,
  dropped: ReadonlySet<string>,
): Record<string, Placement | null> {
  const [was, now] = [classNames(before), classNames(after)];
  const pairs = [
    ...paired(
      was.filter((name) => !now.includes(name) && !dropped.has(name)),
      now.filter((name) => !was.includes(name)),
    ),
    // These keep their order in the text, whatever they are called.
    ...paired(
      numbered(before).filter((id) => !dropped.has(id)),
      numbered(after),
    ),
  ].filter(([id, next]) => id !== next);
  return Object.fromEntries<Placement | null>([
    ...pairs.map(([id]): [string, null] => [id, null]),
    ...pairs.flatMap(([id, next]): [string, Placement][] => (layout[id] ? [[next, layout[id]]] : [])),
  ]);
}

/** The two lists side by side; nothing when one is longer. */
function paired(was: readonly string[], now: readonly string[]): readonly (readonly [string, string])[] {
  return was.length === now.length ? was.map((id, at) => [id, now[at] ?? id] as const) : [];
}

function classNames({ classes }: ClassModel): readonly string[] {
  return classes.map(({ name }) => name);
}

function numbered(model: ClassModel): readonly string[] {
  return [...model.notes, ...model.interfaces, ...edges(model)].map(({ id }) => id);
}
