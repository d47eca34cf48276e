export { schemaOf, shapeDefinitions } from './registry.ts';
