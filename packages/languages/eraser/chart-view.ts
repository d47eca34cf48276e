import type { Shape } from '@autograph/document';
import type { TextMeasurer } from '@autograph/geometry';
import type { Direction, LayoutGraph } from '@autograph/layout';
import { connectorEndRooms } from '@autograph/shapes/connector-ends.ts';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { layoutTable } from '@autograph/shapes/entity-table.ts';
import { frameIconRoom } from '@autograph/shapes/frame-icon.ts';
import { type NodeShape, nodeSize } from '@autograph/shapes/node/node-shape.ts';
import { titleId } from '../mermaid/title.ts';
import type { Holding, Ids } from '../moves.ts';
import type { ChartKind } from './chart-kind.ts';
import type { Chart, ChartEdge, ChartNode } from './chart-model.ts';
import { parentIn } from './chart-model.ts';
import { lookOf } from './colours.ts';
import { lineOf } from './connectors.ts';
import { iconId } from './icons.ts';
import { columnsOf } from './table-rows.ts';

const directions: Readonly<Record<string, Direction>> = { down: 'TB', up: 'BT', right: 'LR', left: 'RL' };

/** The title of the diagram, '' when it has none. */
export function titleOf({ settings }: Chart): string {
  return settings.get('title')?.value ?? '';
}

/** What holds a thing on the board: its group, else the frame that bears the title. */
export function holderIn(chart: Chart): (id: string) => string | undefined {
  const parent = parentIn(chart);
  const outermost = titleOf(chart) === '' ? undefined : titleId;
  return (id) => (id === titleId ? undefined : (parent(id) ?? outermost));
}

/** A node or table without its place. */
export function nodeLook(chart: Chart, node: ChartNode, kind: ChartKind): Partial<NodeShape> & { readonly type: string } {
  const look = lookOf((key) => saidOf(chart, node, key));
  if (!chart.tables) return { type: 'node', text: node.label, ...kind.look(node), ...look };
  const { fill, stroke } = look;
  return { type: 'entity', text: node.label, ...kind.look(node), ...(fill && { fill }), ...(stroke && { stroke }) };
}

/** Room that a node or table needs, px. */
export function sizeOf(chart: Chart, node: ChartNode, kind: ChartKind, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  if (!chart.tables) return nodeSize(nodeLook(chart, node, kind), measure);
  const { w, h } = layoutTable(node.label, columnsOf(node), measure);
  return { w, h };
}

function saidOf({ settings }: Chart, node: ChartNode, key: string): string | undefined {
  return node.properties.get(key) ?? settings.get(key)?.value;
}

export function groupLook(chart: Chart, group: ChartNode): Omit<Partial<Shape>, 'type'> & { readonly icon?: string } {
  const { shadow: _, fill_style: __, ...look } = lookOf((key) => saidOf(chart, group, key));
  const icon = group.properties.get('icon');
  return { text: oneLine(group.label), stroke: 'grey', ...(icon !== undefined && { icon: iconId(icon) }), ...look };
}

export function edgeLook({ tables }: Chart, edge: ChartEdge): Partial<Shape> {
  return { text: edge.label, ...lineOf(edge.connector, tables) };
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** What the layouter has to place. */
export function chartGraph(chart: Chart, measure: TextMeasurer, kind: ChartKind): LayoutGraph {
  const holder = holderIn(chart);
  const within = (id: string) => {
    const group = holder(id);
    return group === undefined ? {} : { group };
  };
  const label = (text: string) => ({ w: Math.ceil(measure.width(oneLine(text), { font: 'sans', size: 14, bold: true })) + 12, h: 18 });
  const title = titleOf(chart);
  const direction = directions[chart.settings.get('direction')?.value ?? ''] ?? 'LR';
  const isSideways = direction === 'LR' || direction === 'RL';
  return {
    direction,
    nodes: [...chart.nodes.values()].map((node) => ({
      id: node.id,
      ...sizeOf(chart, node, kind, measure),
      ...within(node.id),
    })),
    groups: [
      ...(title === '' ? [] : [{ id: titleId, label: label(title) }]),
      ...[...chart.groups.values()].map((group) => {
        const { w, h } = label(group.label);
        const room = { w: w + (group.properties.has('icon') ? frameIconRoom : 0), h };
        return { id: group.id, label: room, ...within(group.id), ...(kind.lanes && { lane: true }) };
      }),
    ],
    edges: chart.edges.map((edge) => {
      const { id, from, to, label: text } = edge;
      const room = connectorLabelExtent({ text }, measure);
      return { id, from, to, ...(room.w > 0 && { label: room }), ends: connectorEndRooms(edgeLook(chart, edge), isSideways, measure) };
    }),
  };
}

export function chartHolding(chart: Chart): Holding {
  return { parent: holderIn(chart), edges: chart.edges };
}

export function chartIds({ nodes, groups, edges }: Chart): Ids {
  return { named: [...nodes.keys(), ...groups.keys()], ordered: edges.map(({ id }) => id) };
}
