import type { Block, Placement, ShapeChange, Terminal } from '@autograph/document';
import { createTextMeasurer } from '@autograph/render';
import type { Refusal } from '../language.ts';
import { placedBoxes } from './placed-boxes.ts';
import { withRoute } from './reroute.ts';
import { withShape } from './reshape.ts';
import type { Revision } from './revision.ts';
import { outlineOf } from './shape-names.ts';

/** What of a shape's change is the diagram's structure: which nodes an edge joins, which form a node has. */
export const structural: ReadonlySet<string> = new Set(['start', 'end', 'outline']);

const measure = createTextMeasurer();

/** The text with an edge at other nodes, or a node of another form. */
export function restructured(now: Revision, block: Block, id: string, change: ShapeChange): Revision | Refusal {
  if (typeof change.outline === 'string') return reshaped(now, id, change.outline);
  let after: Revision | Refusal = now;
  for (const side of ['start', 'end'] as const) {
    const terminal = change[side];
    if (terminal && !('refused' in after)) after = rerouted(after, block, id, side, terminal);
  }
  return after;
}

function reshaped(now: Revision, id: string, outline: string): Revision | Refusal {
  const node = now.model.nodes.get(id);
  if (!node) return { refused: 'Only nodes have a form that can be chosen.' };
  if (node.icon !== undefined || node.image !== undefined)
    return { refused: 'This node shows a picture instead of a form: take that out in the text first.' };
  if (outlineOf(node.shape) === outline) return now;
  return (
    withShape(now, node, outline) ?? { refused: 'This form does not fit around the node’s words. Choose another, or write it in the text.' }
  );
}

function rerouted(now: Revision, block: Block, id: string, side: 'start' | 'end', { shape_id }: Terminal): Revision | Refusal {
  const edge = now.model.edges.find((candidate) => candidate.id === id);
  const node = shape_id?.startsWith(`${block.id}/`) ? shape_id.slice(block.id.length + 1) : undefined;
  if (!edge || node === undefined || !(now.model.nodes.has(node) || now.model.groups.has(node)))
    return { refused: 'An arrow of a diagram joins two of its own shapes. Drop its end on one of them.' };
  if ((side === 'start' ? edge.from : edge.to) === node) return now;
  return withRoute(now, edge, side, node) ?? { refused: 'This arrow is written together with others. Change it in the text.' };
}

/** Placements of nodes that another form has made larger or smaller: about the same middle. */
export function recentred({ original, model }: Revision, block: Block): Record<string, Placement> {
  const [was, now] = [placedBoxes(original, block, measure), placedBoxes(model, block, measure)];
  const moved: Record<string, Placement> = {};
  for (const id of model.nodes.keys()) {
    const [placement, a, b] = [block.layout[id], was.get(id), now.get(id)];
    if (!placement || placement.w !== undefined || !a || !b || (a.w === b.w && a.h === b.h)) continue;
    moved[id] = { ...placement, x: placement.x + (a.w - b.w) / 2, y: placement.y + (a.h - b.h) / 2 };
  }
  return moved;
}
