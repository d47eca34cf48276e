import { type Block, keysBetween } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import { type Connector, connector, derivedBase, placeIn } from '../connector.ts';
import type { Range } from '../mermaid/cursor.ts';
import { titleId } from '../mermaid/title.ts';
import { placedBoxes } from '../placed-boxes.ts';
import { titleSides } from '../title-side.ts';
import type { ChartKind } from './chart-kind.ts';
import type { Chart } from './chart-model.ts';
import { chartGraph, edgeLook, groupLook, holderIn, nodeLook, oneLine, titleOf } from './chart-view.ts';

type Look = Omit<Partial<Connector>, 'type'> & { readonly type: string };

/** Groups outermost first, then nodes and connections, as far as they are placed. */
export function deriveChart(
  chart: Chart,
  block: Block,
  measure: TextMeasurer,
  kind: ChartKind,
): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const graph = chartGraph(chart, measure, kind);
  const boxes = placedBoxes(graph, block.layout);
  const holder = holderIn(chart);
  const labels = new Map(graph.groups.map(({ id, label }) => [id, label]));
  const titleSide = titleSides(chart.edges.flatMap(({ id }) => block.layout[id] ?? []));
  const placed = (id: string, look: Look): readonly Connector[] => {
    const box = boxes.get(id);
    const label = labels.get(id);
    const text_align = box && label && titleSide(box, label);
    return box
      ? [{ ...look, ...(text_align && { text_align }), ...derivedBase(block, id), ...placeIn(block, box, holder(id), boxes) }]
      : [];
  };
  const title = titleOf(chart);
  const shapes: readonly Connector[] = [
    ...(title === '' ? [] : placed(titleId, { type: 'frame', text: oneLine(title), stroke: 'grey' })),
    ...[...chart.groups.values()].flatMap((group) => placed(group.id, { type: 'frame', ...groupLook(chart, group) })),
    ...[...chart.nodes.values()].flatMap((node) => placed(node.id, nodeLook(chart, node, kind))),
    ...chart.edges.flatMap((edge) => connector({ id: edge.id, from: edge.from, to: edge.to, look: edgeLook(chart, edge) }, block, boxes)),
  ];
  const keys = keysBetween(null, null, shapes.length);
  return {
    shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })),
    unplaced: [...graph.nodes, ...graph.groups, ...graph.edges].map(({ id }) => id).filter((id) => !block.layout[id]),
    ranges: rangesOf(chart),
  };
}

function rangesOf({ nodes, groups, edges, settings }: Chart): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const title = settings.get('title');
  if (title) ranges.set(titleId, title);
  for (const { id, statement } of edges) ranges.set(id, { from: statement.from, to: statement.to });
  for (const { id, namings } of nodes.values()) {
    const { mention } = namings.find(({ statement }) => statement.kind !== 'connection') ?? namings[0] ?? {};
    if (mention) ranges.set(id, { from: mention.from, to: mention.to });
  }
  for (const { id, blocks } of groups.values()) {
    const [block] = blocks;
    if (block) ranges.set(id, { from: block.from, to: block.to });
  }
  return ranges;
}
