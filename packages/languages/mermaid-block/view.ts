import type { ArrowHead } from '@autograph/document';
import type { TextMeasurer } from '@autograph/geometry';
import { layoutShapeText, textStyleOf } from '@autograph/render';
import { arrowSize, type BlockArrowShape } from '@autograph/shapes/block-arrow/arrow-path.ts';
import { type NodeShape, nodeSize } from '@autograph/shapes/node/node-shape.ts';
import type { Connector } from '../connector.ts';
import { labelText } from '../mermaid/label.ts';
import { asWritten } from '../mermaid/source.ts';
import { styleProperties } from '../mermaid/style-properties.ts';
import type { BlockModel, BlockNode, Edge } from './model.ts';

/** Outlines by Mermaid's names of shapes, with the brackets that write them. */
export const shapes: Readonly<Record<string, readonly [outline: string, opening: string, closing: string]>> = {
  square: ['rect', '[', ']'],
  round: ['rounded', '(', ')'],
  stadium: ['stadium', '([', '])'],
  subroutine: ['fr-rect', '[[', ']]'],
  cylinder: ['cyl', '[(', ')]'],
  circle: ['circle', '((', '))'],
  doublecircle: ['dbl-circ', '(((', ')))'],
  rect_left_inv_arrow: ['odd', '>', ']'],
  diamond: ['diam', '{', '}'],
  hexagon: ['hex', '{{', '}}'],
  lean_right: ['lean-r', '[/', '/]'],
  lean_left: ['lean-l', '[\\', '\\]'],
  trapezoid: ['trap-b', '[/', '\\]'],
  inv_trapezoid: ['trap-t', '[\\', '/]'],
};

/** Those that keep their own size in a cell. */
const round: ReadonlySet<string> = new Set(['circle', 'doublecircle', 'diamond']);

export function keepsSize({ type }: Pick<BlockNode, 'type'>): boolean {
  return round.has(type);
}

export function blockText({ label }: Pick<BlockNode, 'label'>): string {
  return labelText(label).replaceAll('\u00a0', ' ').trim();
}

export function nodeLook(block: BlockNode, model: BlockModel): Omit<Partial<NodeShape>, 'type'> {
  const outline = shapes[block.type]?.[0] ?? 'rect';
  return { outline, text: blockText(block), fill: 'blue', stroke: 'blue', ...styleOf(block, model) };
}

export function arrowLook(block: BlockNode, model: BlockModel): Omit<Partial<BlockArrowShape>, 'type'> {
  const known = ['right', 'left', 'up', 'down', 'x', 'y'] as const;
  const directions = known.filter((direction) => block.directions.includes(direction));
  return { directions, text: blockText(block), font_size: 14, fill: 'grey', stroke: 'grey', ...styleOf(block, model) };
}

export function styleOf({ classes, styles }: BlockNode, { classDefs }: BlockModel) {
  return styleProperties([...['default', ...classes].flatMap((name) => classDefs.get(name) ?? []), ...styles].map(asWritten));
}

/** px */
export function ownSize(block: BlockNode, model: BlockModel, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  if (block.type !== 'block_arrow') return nodeSize(nodeLook(block, model), measure);
  const look = arrowLook(block, model);
  const { width, height } = layoutShapeText({ text: look.text ?? '' }, textStyleOf(look, 14), measure, { width: 200 });
  return arrowSize({ w: look.text ? width : 0, h: look.text ? height : 0 }, look.directions);
}

const heads: Readonly<Record<string, ArrowHead>> = { x: 'cross', o: 'circle', '>': 'triangle', '<': 'triangle' };

export function edgeText({ label }: Pick<Edge, 'label'>): string {
  return labelText(label);
}

export function edgeLook(edge: Edge): Partial<Connector> {
  const { arrow } = edge;
  const text = edgeText(edge);
  return {
    ...(text && { text }),
    start_head: heads[arrow.charAt(0)] ?? 'none',
    end_head: heads[arrow.slice(-1)] ?? 'none',
    ...(arrow.includes('==') && { stroke_width: 3 }),
    ...(arrow.includes('.-') && { stroke_style: 'dashed' }),
    ...{ route: 'straight', avoid: true },
  };
}
