export { drawBody, type Fill, fillOf, inkOf, isFilled, look, strokeOf, textStyleOf } from './appearance.ts';
export { drawConnector } from './connector-draw.ts';
export { connectorLabelExtent } from './connector-label.ts';
export { connectorRoute } from './connector-route.ts';
export { drawLabel, type LabelOptions, padded, padding, textFields } from './label.ts';
export { localBox, roundedPolygonPath } from './outlines.ts';
export { recordSchema } from './record-schema.ts';
export { shapeDefinitions, shapeSchema } from './registry.ts';
