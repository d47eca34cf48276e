import { type Block, keysBetween, type Shape } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import { type Box, type TextMeasurer, unionBoxes } from '@autograph/geometry';
import type { NodeShape } from '@autograph/shapes/node/node-shape.ts';
import { derivedBase } from '../connector.ts';
import { layoutMindmap, type MindLayout } from './layout.ts';
import { branchColor, mindLook } from './look.ts';
import type { MindModel } from './model.ts';

/** Thoughts around a root, joined by curves in the colours of the root's branches. */
export function deriveMindmap(model: MindModel, block: Block, measure: TextMeasurer): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const layout = layoutMindmap(model, block.layout, measure);
  const shapes = [...branchShapes(model, layout, block), ...nodeShapes(model, layout, block)];
  const keys = keysBetween(null, null, shapes.length);
  return {
    shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })),
    unplaced: [],
    ranges: new Map(model.nodes.map(({ nodeId, range }) => [nodeId, { from: range.from, to: range.to }])),
  };
}

function nodeShapes({ nodes }: MindModel, { boxes, places }: MindLayout, block: Block): Omit<NodeShape, 'index'>[] {
  return nodes.flatMap((node, at) => {
    const [box, place] = [boxes[at], places[at]];
    return box && place ? [{ ...mindLook(node, place), ...derivedBase(block, node.nodeId), ...box, type: 'node' }] : [];
  });
}

/** px, by how deep the branch lies. */
const widths = [5, 3, 2];

function branchShapes({ nodes }: MindModel, { boxes, places }: MindLayout, block: Block): Omit<Shape, 'index'>[] {
  return nodes.flatMap(({ nodeId, parent }, at) => {
    const [from, to, place] = [boxes[parent ?? -1], boxes[at], places[at]];
    const above = nodes[parent ?? -1];
    if (!from || !to || !place || !above) return [];
    const box = unionBoxes([centre(from), centre(to)]) ?? to;
    const sides = facing(from, to);
    return [
      {
        ...derivedBase(block, branchId(nodeId)),
        ...box,
        type: 'arrow',
        start: { shape_id: `${block.id}/${above.nodeId}`, ...(sides && { anchor: { x: sides.start, y: 0.5 } }) },
        end: { shape_id: `${block.id}/${nodeId}`, ...(sides && { anchor: { x: sides.end, y: 0.5 } }) },
        start_head: 'none' as const,
        end_head: 'none' as const,
        route: 'curved' as const,
        stroke: branchColor(place),
        stroke_width: widths[place.depth - 1] ?? 1.5,
      },
    ];
  });
}

/** What the canvas calls the curve that leads to a node. */
export function branchId(nodeId: string): string {
  return `branch:${nodeId}`;
}

/** The sides at which a curve leaves and arrives, 0 for left and 1 for right; none when one box lies above the other. */
function facing(from: Box, to: Box): { readonly start: number; readonly end: number } | undefined {
  if (to.x >= from.x + from.w) return { start: 1, end: 0 };
  return to.x + to.w <= from.x ? { start: 0, end: 1 } : undefined;
}

function centre({ x, y, w, h }: Box): Box {
  return { x: x + w / 2, y: y + h / 2, w: 0, h: 0 };
}
