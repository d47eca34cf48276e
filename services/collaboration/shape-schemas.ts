import type { ShapeSchemas } from '@autograph/document';
import { shapeDefinitions } from '@autograph/shapes';

const schemas = new Map(shapeDefinitions.map((definition) => [definition.type, definition.schema]));

/** The schema of each shape kind of the product. */
export const productSchemas: ShapeSchemas = (type) => schemas.get(type);
