import type { ShapeSchemas } from '@autograph/document';
import type { ShapeDefinition } from '@autograph/editor';
import { placeholder } from './placeholder.ts';
import { manifests } from './registry.gen.ts';

/** Every shape kind of the product: one for each folder beside this file, and what stands for shapes of no kind. */
export const shapeDefinitions: readonly ShapeDefinition[] = [...manifests, placeholder];

const byType = new Map(shapeDefinitions.map((definition) => [definition.type, definition]));

/** The schema of each kind. */
export const schemaOf: ShapeSchemas = (type) => byType.get(type)?.schema;
