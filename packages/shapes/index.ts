export { shapeDefinitions, shapeSchema } from './registry.ts';
