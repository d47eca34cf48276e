import type { Shape } from '@autograph/document';
import type { NodeShape } from '@autograph/shapes/node/node-shape.ts';
import { lookOf } from '../mermaid/css-style.ts';
import { labelText } from '../mermaid/label.ts';
import { outlineTone } from '../outline-tone.ts';
import type { FlowEdge, FlowGroup, FlowModel, FlowNode } from './model.ts';
import { nodeIcon, withoutIcons } from './node-icon.ts';
import { outlineOf } from './shape-names.ts';

/** What a node's text and classes make of its shape: everything but where it is. */
export function nodeLook(node: FlowNode, model: FlowModel): Omit<Partial<NodeShape>, 'type'> {
  const outline = outlineOf(node.shape);
  const icon = nodeIcon(node);
  return {
    ...(icon ? {} : { outline }),
    text: withoutIcons(labelText(node.text)),
    ...(node.textType === 'markdown' && /[*_]/.test(node.text) && { markdown: true }),
    ...outlineTone(outline),
    ...icon,
    ...lookOf(stylesOf(['default', 'node', ...node.classes], node.styles, model)),
  };
}

export function groupLook(group: FlowGroup, model: FlowModel): Partial<Shape> {
  const { bold, ...look } = lookOf(stylesOf(group.classes, group.styles, model));
  return { text: labelText(group.title).replace(/\*\*|__/g, ''), stroke: 'grey', ...look, ...(bold !== undefined && { bold }) };
}

export function edgeLook(edge: FlowEdge, model: FlowModel): Partial<Shape> {
  const { fill: _, fill_style: __, ...look } = lookOf(stylesOf(edge.classes, [...model.defaultEdgeStyles, ...edge.styles], model));
  const text = edgeText(edge);
  return {
    ...(text === '' ? {} : { text }),
    ...(edge.line === 'thick' && { stroke_width: 3 }),
    ...(edge.line === 'dotted' && { stroke_style: 'dashed' }),
    ...(edge.line === 'invisible' && { hidden: true }),
    ...look,
  };
}

export function edgeText(edge: FlowEdge): string {
  const text = withoutIcons(labelText(edge.text));
  return edge.textType === 'markdown' ? text.replace(/\*\*|__/g, '') : text;
}

function stylesOf(classes: readonly string[], styles: readonly string[], model: FlowModel): readonly string[] {
  return [...classes.flatMap((name) => model.classDefs.get(name) ?? []), ...styles];
}
