import type { Block, Placement, ShapeChange } from '@autograph/document';
import { createTextMeasurer } from '@autograph/render';
import { translatePlacement } from '../keep-inside.ts';
import type { FlowModel } from './model.ts';
import { placedBoxes } from './placed-boxes.ts';
import { visibleChart } from './visible.ts';

export const placeKeys: ReadonlySet<string> = new Set(['x', 'y', 'w', 'h', 'parent_id', 'index']);

const measure = createTextMeasurer();

/** Where a canvas change puts a node or subgraph, with all that is in it; coordinates of the change are its parent's. */
export function placeEdit(model: FlowModel, block: Block, id: string, change: ShapeChange): Record<string, Placement> {
  const before = block.layout[id];
  const boxes = placedBoxes(model, block, measure);
  const box = boxes.get(id);
  if (!before || !box) return {};
  const { nodes, groups } = visibleChart(model);
  const group = groups.find((candidate) => candidate.id === id);
  const parent = (group ?? nodes.find((node) => node.id === id))?.parent;
  const container = containerOrigin(block, change.parent_id, (name) => boxes.get(name), parent);
  const x = typeof change.x === 'number' ? change.x + container.x : box.x;
  const y = typeof change.y === 'number' ? change.y + container.y : box.y;
  const w = change.w ?? box.w;
  const h = change.h ?? box.h;
  const isSized = w !== box.w || h !== box.h || group !== undefined || (before.pinned && before.w !== undefined);
  const placements: Record<string, Placement> = { [id]: { x, y, ...(isSized && { w, h }), pinned: true } };
  if (group && w === box.w && h === box.h) {
    for (const inner of inside(model, id)) {
      const placed = block.layout[inner];
      if (placed) placements[inner] = { ...placed, x: placed.x + x - box.x, y: placed.y + y - box.y, pinned: true };
    }
  }
  return placements;
}

/** The routes of edges both of whose ends have moved alike: they go along. */
export function carriedRoutes(model: FlowModel, before: Block, after: Block): Record<string, Placement> {
  const [from, to] = [placedBoxes(model, before, measure), placedBoxes(model, after, measure)];
  const shift = (id: string) => {
    const [a, b] = [from.get(id), to.get(id)];
    return { dx: (b?.x ?? 0) - (a?.x ?? 0), dy: (b?.y ?? 0) - (a?.y ?? 0) };
  };
  const carried: Record<string, Placement> = {};
  for (const edge of visibleChart(model).edges) {
    const route = before.layout[edge.id];
    const [start, end] = [shift(edge.from), shift(edge.to)];
    if (!route?.points || start.dx !== end.dx || start.dy !== end.dy || (start.dx === 0 && start.dy === 0)) continue;
    carried[edge.id] = translatePlacement(route, start.dx, start.dy);
  }
  return carried;
}

type Corner = { readonly x: number; readonly y: number };

/** Block coordinates of the corner that a change counts from. */
function containerOrigin(
  block: Block,
  changed: string | null | undefined,
  boxOf: (id: string) => Corner | undefined,
  parent: string | undefined,
): Corner {
  if (changed === null) return { x: -block.x, y: -block.y };
  if (changed === block.id) return { x: 0, y: 0 };
  const id = changed?.startsWith(`${block.id}/`) ? changed.slice(block.id.length + 1) : parent;
  return (id === undefined ? undefined : boxOf(id)) ?? { x: 0, y: 0 };
}

function inside(model: FlowModel, id: string): readonly string[] {
  const members = model.groups.get(id)?.members ?? [];
  return members.flatMap((member) => [member, ...inside(model, member)]);
}
