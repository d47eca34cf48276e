import { type Block, keysBetween, type Terminal } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { Box, TextMeasurer } from '@autograph/geometry';
import type { NodeShape } from '@autograph/shapes/node/node-shape.ts';
import { type Connector, connector, derivedBase, placeIn } from '../connector.ts';
import type { Range } from '../mermaid/cursor.ts';
import { labelText } from '../mermaid/label.ts';
import { titleId } from '../mermaid/title.ts';
import { placedBoxes } from '../placed-boxes.ts';
import { architectureGraph, architectureHolding, nodesOf } from './graph.ts';
import { labelPlace } from './label-place.ts';
import type { ArchitectureModel, EdgeEnd } from './model.ts';
import { anchorAt } from './sides.ts';
import { edgeLook, nodeLook, symbolOf, thingText } from './view.ts';

type Framed = Connector & { readonly icon?: string };

/** Groups, services, junctions and edges, as far as they are placed. */
export function deriveArchitecture(
  model: ArchitectureModel,
  block: Block,
  measure: TextMeasurer,
): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const graph = architectureGraph(model, measure);
  const boxes = placedBoxes(graph, block.layout);
  const { parent } = architectureHolding(model);
  const frame = (id: string, text: string, icon?: string): readonly Framed[] => {
    const box = boxes.get(id);
    const look = { type: 'frame', text, stroke: 'grey', ...(icon !== undefined && { icon }) } as const;
    return box ? [{ ...derivedBase(block, id), ...placeIn(block, box, parent(id), boxes), ...look }] : [];
  };
  const shapes: readonly Connector[] = [
    ...(model.title ? frame(titleId, labelText(model.title)) : []),
    ...model.groups.flatMap((group) => frame(group.id, thingText(group).replace(/\s+/g, ' '), symbolOf(group))),
    ...nodesOf(model).flatMap((thing): readonly Omit<NodeShape, 'index'>[] => {
      const box = boxes.get(thing.id);
      return box
        ? [{ ...nodeLook(thing), ...derivedBase(block, thing.id), ...placeIn(block, box, parent(thing.id), boxes), type: 'node' }]
        : [];
    }),
    ...model.edges.flatMap((edge) => {
      const [from, to] = [edge.from.name.text, edge.to.name.text];
      const ends = { start: terminal(edge.from, block, parent, boxes), end: terminal(edge.to, block, parent, boxes) };
      // The sides say how an edge runs: a route that was laid out knows nothing of them.
      return connector(
        { id: edge.id, from, to, look: { ...edgeLook(edge), ...ends, ...labelPlace(edge, model, boxes, measure), avoid: true } },
        { ...block, layout: {} },
        boxes,
      );
    }),
  ];
  const keys = keysBetween(null, null, shapes.length);
  const named = [...graph.nodes, ...graph.groups, ...graph.edges].map(({ id }) => id);
  return {
    shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })),
    unplaced: named.filter((id) => !block.layout[id]),
    ranges: new Map([...nodesOf(model), ...model.groups, ...model.edges].map(({ id, range }): [string, Range] => [id, range])),
  };
}

/** An end at the stated side of a service, or at its group's border right before it. */
function terminal(
  { name, side, group }: EdgeEnd,
  block: Block,
  parent: (id: string) => string | undefined,
  boxes: ReadonlyMap<string, Box>,
): Terminal {
  const anchor = anchorAt(side);
  const holder = parent(name.text);
  const [own, around] = [boxes.get(name.text), holder === undefined ? undefined : boxes.get(holder)];
  if (!group || !own || !around || holder === titleId) return { shape_id: `${block.id}/${name.text}`, anchor };
  const along =
    side === 'L' || side === 'R' ? { y: (own.y + own.h / 2 - around.y) / around.h } : { x: (own.x + own.w / 2 - around.x) / around.w };
  return { shape_id: `${block.id}/${holder}`, anchor: { ...anchor, ...along } };
}
