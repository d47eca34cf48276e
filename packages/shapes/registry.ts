import type { Shape, ShapeSchemas } from '@autograph/document';
import type { ShapeDefinition } from '@autograph/editor';
import { z } from 'zod';
import { placeholder } from './placeholder.ts';
import { manifests } from './registry.gen.ts';

/** Every shape kind of the product: one for each folder beside this file, and what stands for shapes of no kind. */
export const shapeDefinitions: readonly ShapeDefinition[] = [...manifests, placeholder];

const byType = new Map(shapeDefinitions.map((definition) => [definition.type, definition]));

/** The schema of each kind. */
export const schemaOf: ShapeSchemas = (type) => byType.get(type)?.schema;

/** Accepts a shape record when its kind exists and the kind's own schema accepts it; issues carry the property's path. */
export const shapeSchema: z.ZodType<Shape> = z.looseObject({ type: z.string() }).transform((record, context) => {
  const definition = byType.get(record.type);
  if (!definition) {
    context.issues.push({ code: 'custom', input: record.type, path: ['type'], message: `there is no shape kind '${record.type}'` });
    return z.NEVER;
  }
  const result = definition.schema.safeParse(record);
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    context.issues.push({ code: 'custom', input: record, path: [...issue.path], message: issue.message });
  return z.NEVER;
});
