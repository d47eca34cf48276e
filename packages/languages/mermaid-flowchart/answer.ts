import type { Answer, FlowchartForm } from '../conformance/normal-form.ts';
import type { FlowModel, FlowNode } from './model.ts';
import { readFlowchart } from './read.ts';

/** What we read in a flowchart, in the form in which it is compared with Mermaid's own reading. */
export function answer(source: string): Answer {
  const parsed = readFlowchart(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  return { accepted: true, form: formOf(parsed.model) };
}

function formOf(model: FlowModel): FlowchartForm {
  return {
    kind: 'flowchart',
    direction: model.direction,
    nodes: [...model.nodes.values()].map((node) => ({ id: node.id, label: node.text, shape: shapeOf(node) })),
    edges: model.edges.map((edge) => ({
      from: edge.from,
      to: edge.to,
      label: edge.text,
      kind: `${edge.line} ${edge.start} ${edge.end}`,
    })),
    groups: [...model.groups.values()].map((group) => ({ id: group.id, title: group.title, members: [...group.members].sort() })),
  };
}

function shapeOf(node: FlowNode): string {
  if (node.image !== undefined) return 'imageSquare';
  if (node.icon !== undefined)
    return ({ circle: 'iconCircle', square: 'iconSquare', rounded: 'iconRounded' } as const)[node.form ?? ''] ?? 'icon';
  if (node.shape === undefined || node.shape === 'square') return 'squareRect';
  return node.shape === 'round' ? 'roundedRect' : node.shape;
}
