export { schemaOf, shapeDefinitions, shapeSchema } from './registry.ts';
