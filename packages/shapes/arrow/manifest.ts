import type { Shape } from '@autograph/document';
import type { DrawContext, Scene, ShapeDefinition } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { z } from 'zod';
import { type ConnectorVariant, connectorBounds, drawConnector } from '../connector-draw.ts';
import { connectorHandles, moveConnectorHandle, openConnectorHandle } from '../connector-handles.ts';
import { connectorLabelBox, labelTextBox, placeConnectorLabel } from '../connector-label.ts';
import { connectorRoute, findWay } from '../connector-route.ts';
import { recordSchema } from '../record-schema.ts';

type ArrowShape = Shape & ConnectorVariant;

const measure = createTextMeasurer();

function labelBoxOf(shape: ArrowShape, scene: Scene) {
  return connectorLabelBox(shape, connectorRoute(shape, scene), measure, shape.label_side);
}

function textBox(shape: ArrowShape, { scene }: Pick<DrawContext, 'scene'>) {
  const label = labelBoxOf(shape, scene);
  const box = labelTextBox(label);
  return label.w > 0 ? box : { x: box.x - 60, y: box.y - 8, w: 120, h: 17 };
}

/** A line between two things, or two points, with marks at its ends and a caption. */
export const manifest: ShapeDefinition<ArrowShape> = {
  type: 'arrow',
  label: 'Arrow',
  schema: recordSchema('arrow', {
    label_side: z.enum(['above', 'right']).optional(),
    half: z.enum(['top', 'bottom']).optional(),
    start_label: z.string().max(400).optional(),
    end_label: z.string().max(400).optional(),
  }),
  defaults: { w: 0, h: 0, end_head: 'arrow', route: 'straight' },
  resizable: false,
  rotatable: false,
  bindable: false,
  container: false,
  fields: [
    'stroke',
    'stroke_width',
    'stroke_style',
    'look',
    'dash_gap',
    'route',
    'avoid',
    'start_head',
    'end_head',
    'text_color',
    'font',
    'font_size',
    'opacity',
  ],
  tool: { key: 'a', icon: 'arrow-up-right', label: 'Arrow', gesture: 'line', rank: 60, connects: true },
  outline: findWay,
  paintBounds: (shape, scene) => connectorBounds(shape, connectorRoute(shape, scene), measure),
  draw: (shape, context) => drawConnector(shape, connectorRoute(shape, context.scene), context, shape),
  filled: () => false,
  labelBox: labelBoxOf,
  textBox,
  placeText: (shape, context) => placeConnectorLabel(shape, textBox(shape, context), context, shape.label_side),
  handles: (shape, scene) => connectorHandles(shape, connectorRoute(shape, scene), labelBoxOf(shape, scene)),
  moveHandle: moveConnectorHandle,
  openHandle: openConnectorHandle,
};
