import type { ShapeDefinition } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { connectorBounds, drawConnector } from '../connector-draw.ts';
import { connectorHandles, moveConnectorHandle, openConnectorHandle } from '../connector-handles.ts';
import { connectorRoute, findWay } from '../connector-route.ts';
import { recordSchema } from '../record-schema.ts';

const measure = createTextMeasurer();

/** A free line: it has no marks unless given some, and holds to nothing. */
export const manifest: ShapeDefinition = {
  type: 'line',
  label: 'Line',
  schema: recordSchema('line', {}),
  defaults: { w: 0, h: 0, route: 'straight' },
  resizable: false,
  rotatable: false,
  bindable: false,
  container: false,
  fields: ['stroke', 'stroke_width', 'stroke_style', 'look', 'dash_gap', 'route', 'start_head', 'end_head', 'opacity'],
  tool: { key: 'l', icon: 'minus', label: 'Line', gesture: 'line', rank: 70 },
  outline: findWay,
  paintBounds: (shape, scene) => connectorBounds(shape, connectorRoute(shape, scene), measure),
  draw: (shape, context) => drawConnector(shape, connectorRoute(shape, context.scene), context),
  filled: () => false,
  handles: (shape, scene) => connectorHandles(shape, connectorRoute(shape, scene)),
  moveHandle: (shape, id, at, _target, scene) => moveConnectorHandle(shape, id, at, undefined, scene),
  openHandle: openConnectorHandle,
};
