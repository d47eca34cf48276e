import { type Block, keysBetween } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import { type Connector, connector, derivedBase, placeIn } from '../connector.ts';
import { placedBoxes } from '../placed-boxes.ts';
import { titleSides } from '../title-side.ts';
import type { Chart, ChartGroup, ChartNode } from './chart.ts';
import { chartGraph } from './graph.ts';

/** Frames outermost first, then nodes and arrows, as far as they are placed. */
export function deriveChart(chart: Chart, block: Block, measure: TextMeasurer): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const graph = chartGraph(chart, measure);
  const boxes = placedBoxes(graph, block.layout);
  const titles = new Map(graph.groups.map(({ id, label }) => [id, label]));
  const titleSide = titleSides(chart.edges.flatMap(({ id }) => block.layout[id] ?? []));
  const placed = <Look extends object>({ id, parent }: ChartNode | ChartGroup, look: Look) => {
    const box = boxes.get(id);
    return box ? [{ ...look, ...derivedBase(block, id), ...placeIn(block, box, parent, boxes) }] : [];
  };
  const framed = (group: ChartGroup) => {
    const [box, title] = [boxes.get(group.id), titles.get(group.id)];
    const text_align = box && title && titleSide(box, title);
    return placed(group, { type: 'frame', stroke: 'grey' as const, ...(text_align && { text_align }), ...group.look });
  };
  const shapes: readonly Connector[] = [
    ...chart.groups.flatMap(framed),
    ...chart.nodes.flatMap((node) => placed(node, node.look)),
    ...chart.edges.flatMap((edge) => connector(edge, block, boxes)),
  ];
  const keys = keysBetween(null, null, shapes.length);
  const named = [...chart.nodes, ...chart.groups, ...chart.edges];
  return {
    shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })),
    unplaced: named.map(({ id }) => id).filter((id) => !block.layout[id]),
    ranges: new Map(named.map(({ id, range: { from, to } }) => [id, { from, to }])),
  };
}
