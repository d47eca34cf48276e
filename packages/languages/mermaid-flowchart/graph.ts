import type { TextMeasurer } from '@autograph/geometry';
import type { LayoutGraph } from '@autograph/layout';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { nodeSize } from '@autograph/shapes/node/node-shape.ts';
import { edgeText, groupLook, nodeLook } from './look.ts';
import type { FlowGroup, FlowModel, FlowNode } from './model.ts';
import { visibleChart } from './visible.ts';

/** The graph to be laid out, with sizes measured. */
export function flowGraph(model: FlowModel, measure: TextMeasurer): LayoutGraph {
  const { nodes, groups, edges } = visibleChart(model);
  const places = new Set([...nodes, ...groups].map(({ id }) => id));
  return {
    direction: model.direction,
    nodes: nodes.map((node) => ({
      id: node.id,
      ...sizeOf(node, model, measure),
      ...(node.parent !== undefined && { group: node.parent }),
    })),
    groups: groups.map((group) => ({
      id: group.id,
      label: titleSize(group, model, measure),
      ...(group.parent !== undefined && { group: group.parent }),
      ...(group.direction && { direction: group.direction }),
    })),
    edges: edges
      .filter(({ from, to }) => places.has(from) && places.has(to))
      .map((edge) => {
        const label = connectorLabelExtent({ text: edgeText(edge) }, measure);
        return { id: edge.id, from: edge.from, to: edge.to, length: edge.length, ...(label.w > 0 && { label }) };
      }),
  };
}

export function sizeOf(node: FlowNode, model: FlowModel, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  return nodeSize(nodeLook(node, model), measure);
}

/** Room of a subgraph's title, px. */
export function titleSize(group: FlowGroup, model: FlowModel, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  const { text = '', font_size = 14 } = groupLook(group, model);
  const style = { font: 'sans', size: font_size, bold: true } as const;
  return text === '' ? { w: 0, h: 0 } : { w: Math.ceil(measure.width(text, style)) + 12, h: Math.ceil(measure.lineHeight(style)) };
}
