import { type ArrowHead, type Block, keysBetween, type LineStyle, type Route, type Shape } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { Box, TextMeasurer } from '@autograph/geometry';
import type { NodeShape } from '@autograph/shapes/node/node-shape.ts';
import { edgeRoute } from '../edge-route.ts';
import { titleSides } from '../title-side.ts';
import { titleSize } from './graph.ts';
import { edgeLook, groupLook, nodeLook } from './look.ts';
import type { EdgeMark, FlowEdge, FlowModel } from './model.ts';
import { placedBoxes } from './placed-boxes.ts';
import { sourceRanges } from './source-ranges.ts';
import { visibleChart } from './visible.ts';

const heads: Readonly<Record<EdgeMark, ArrowHead>> = {
  none: 'none',
  arrow_point: 'triangle',
  arrow_cross: 'cross',
  arrow_circle: 'circle',
};

/** The shapes of a flowchart: subgraphs outermost first, then nodes, then arrows. */
export function deriveFlowchart(model: FlowModel, block: Block, measure: TextMeasurer): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const chart = visibleChart(model);
  const boxes = placedBoxes(model, block, measure);
  const idOf = (id: string) => `${block.id}/${id}`;
  const base = (id: string, box: Box, parent: string | undefined, index: string) => {
    const container = parent === undefined ? undefined : boxes.get(parent);
    return {
      id: idOf(id),
      x: box.x - (container?.x ?? 0),
      y: box.y - (container?.y ?? 0),
      w: box.w,
      h: box.h,
      rotation: 0,
      parent_id: container && parent !== undefined ? idOf(parent) : block.id,
      index,
      origin: { block_id: block.id, node_id: id },
    };
  };
  const routes = chart.edges.flatMap(({ id, from, to }) => {
    const [placement, start, end] = [block.layout[id], boxes.get(from), boxes.get(to)];
    return placement && start && end && edgeRoute(placement, start, end) ? [placement] : [];
  });
  const titleSide = titleSides(routes);
  const keys = keysBetween(null, null, chart.groups.length + chart.nodes.length + chart.edges.length);
  const rank = (at: number) => keys[at] ?? 'a0';
  const frames = chart.groups.flatMap((group, at): Shape[] => {
    const box = boxes.get(group.id);
    const text_align = box && titleSide(box, titleSize(group, model, measure));
    const look = { ...(text_align && { text_align }), ...groupLook(group, model) };
    return box ? [{ ...look, ...base(group.id, box, group.parent, rank(at)), type: 'frame' }] : [];
  });
  const nodes = chart.nodes.flatMap((node, at): NodeShape[] => {
    const box = boxes.get(node.id);
    return box ? [{ ...nodeLook(node, model), ...base(node.id, box, node.parent, rank(chart.groups.length + at)), type: 'node' }] : [];
  });
  const arrows = chart.edges.flatMap(
    (edge, at) => arrowShape(edge, model, block, boxes, rank(chart.groups.length + chart.nodes.length + at)) ?? [],
  );
  const named = [...chart.nodes, ...chart.groups].map(({ id }) => id);
  return {
    shapes: [...frames, ...nodes, ...arrows],
    unplaced: [...named, ...chart.edges.map(({ id }) => id)].filter((id) => !block.layout[id]),
    ranges: sourceRanges(model),
  };
}

function arrowShape(edge: FlowEdge, model: FlowModel, block: Block, boxes: ReadonlyMap<string, Box>, index: string): Shape | undefined {
  const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
  if (!from || !to) return undefined;
  const kind = routeKind(edge.curve, block.lines);
  const route = edgeRoute(block.layout[edge.id], from, to, kind, edge.curve === undefined ? boxes.values() : []);
  const x = Math.min(from.x + from.w / 2, to.x + to.w / 2);
  const y = Math.min(from.y + from.h / 2, to.y + to.h / 2);
  return {
    ...edgeLook(edge, model),
    id: `${block.id}/${edge.id}`,
    type: 'arrow',
    x,
    y,
    w: Math.abs(from.x + from.w / 2 - to.x - to.w / 2),
    h: Math.abs(from.y + from.h / 2 - to.y - to.h / 2),
    rotation: 0,
    parent_id: block.id,
    index,
    start: { shape_id: `${block.id}/${edge.from}`, ...route?.start },
    end: { shape_id: `${block.id}/${edge.to}`, ...route?.end },
    start_head: heads[edge.start],
    end_head: heads[edge.end],
    route: route?.route ?? kind,
    ...(route && route.points.length > 0 && { points: route.points }),
    ...(route?.labelAt !== undefined && { label_position: route.labelAt }),
    origin: { block_id: block.id, node_id: edge.id },
  };
}

/** The curve that the text asks for goes before that of the whole diagram. */
function routeKind(curve: string | undefined, lines: LineStyle = 'orthogonal'): Route {
  if (curve === undefined) return lines;
  if (curve.startsWith('step')) return 'orthogonal';
  return curve === 'linear' ? 'straight' : 'curved';
}
