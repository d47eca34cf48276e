import type { Block, Shape } from '@autograph/document';
import type { Box } from '@autograph/geometry';
import type { ConnectorVariant } from '@autograph/shapes/connector-draw.ts';
import { edgeRoute } from './edge-route.ts';

/** An arrow of a diagram as code, not yet in its place among the others. */
export type Connector = Omit<Shape, 'index'> & Omit<ConnectorVariant, 'half'>;

export interface ConnectorEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly look: Partial<Connector>;
}

/** The arrow of an edge along the route that its placement has; none as long as an end has no box. */
export function connector({ id, from, to, look }: ConnectorEdge, block: Block, boxes: ReadonlyMap<string, Box>): readonly Connector[] {
  const [start, end] = [boxes.get(from), boxes.get(to)];
  if (!start || !end) return [];
  const { label_side, ...shown } = look;
  const route = edgeRoute(block.layout[id], start, end, block.lines, boxes.values());
  return [
    {
      ...derivedBase(block, id),
      ...{ type: 'arrow', x: 0, y: 0, w: 0, h: 0 },
      start: { shape_id: `${block.id}/${from}`, ...route?.start },
      end: { shape_id: `${block.id}/${to}`, ...route?.end },
      start_head: 'none',
      end_head: 'none',
      stroke: 'grey',
      route: route?.route ?? block.lines ?? 'orthogonal',
      ...(route && route.points.length > 0 && { points: route.points }),
      ...(route?.labelAt !== undefined && { label_position: route.labelAt }),
      ...shown,
      // A laid out loop has room for its words.
      ...(label_side && !route && { label_side }),
    },
  ];
}

/** What every shape that a block stands for has. */
export function derivedBase(block: Block, id: string) {
  return { id: `${block.id}/${id}`, rotation: 0, parent_id: block.id, origin: { block_id: block.id, node_id: id } };
}

/** Where a shape is: in the coordinates of the container that holds it, or in the block's. */
export function placeIn(block: Block, box: Box, holder: string | undefined, boxes: ReadonlyMap<string, Box>) {
  const within = holder === undefined ? undefined : boxes.get(holder);
  return { ...box, x: box.x - (within?.x ?? 0), y: box.y - (within?.y ?? 0), parent_id: within ? `${block.id}/${holder}` : block.id };
}
