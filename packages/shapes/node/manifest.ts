import type { ShapeDefinition } from '@autograph/editor';
import { z } from 'zod';
import { isFilled } from '../appearance.ts';
import { textFields } from '../label.ts';
import { recordSchema } from '../record-schema.ts';
import { drawNode, outlinePath, placeNodeLabel } from './draw.ts';
import { nodeForms } from './forms.ts';
import { growNode, type NodeShape, nodeFontSize, nodeTextBox } from './node-shape.ts';
import { nodeOutline, outlineNames } from './outlines/index.ts';
import { nodePresets } from './presets.ts';

export const manifest: ShapeDefinition<NodeShape> = {
  type: 'node',
  label: 'Diagram node',
  schema: recordSchema('node', {
    outline: z.enum(outlineNames).optional(),
    markdown: z.boolean().optional(),
    icon: z.string().max(200).optional(),
    icon_form: z.enum(['square', 'circle', 'rounded', 'card']).optional(),
    icon_size: z.number().min(8).max(1000).optional(),
    label_at: z.enum(['top', 'bottom']).optional(),
  }),
  defaults: { w: 120, h: 44, font_size: nodeFontSize },
  resizable: true,
  rotatable: false,
  bindable: true,
  container: false,
  fields: ['fill', 'stroke', 'stroke_width', 'stroke_style', 'look', 'dash_gap', 'text_color'],
  drawn: {
    label: ({ outline = 'rect', icon }) => (icon === undefined ? (nodeForms.find(({ id }) => id === outline)?.label ?? outline) : 'Icon'),
    fields: ['fill', 'fill_style', 'stroke', 'stroke_width', 'stroke_style', 'look', 'dash_gap', 'shadow', 'opacity', ...textFields],
    rotatable: true,
  },
  presets: nodePresets,
  forms: nodeForms,
  nodeOutline: ({ outline = 'rect' }) => outline,
  outline: outlinePath,
  draw: drawNode,
  filled: (shape) => shape.icon !== undefined || nodeOutline(shape.outline).body !== undefined || isFilled(shape),
  textBox: nodeTextBox,
  placeText: placeNodeLabel,
  fit: growNode,
};
