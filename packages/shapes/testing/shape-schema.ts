import type { Shape } from '@autograph/document';
import { z } from 'zod';
import { schemaOf } from '../registry.ts';

/** Accepts a shape record when its kind exists and the kind's own schema accepts it; issues carry the property's path. */
export const shapeSchema: z.ZodType<Shape> = z.looseObject({ type: z.string() }).transform((record, context) => {
  const schema = schemaOf(record.type);
  if (!schema) {
    context.issues.push({ code: 'custom', input: record.type, path: ['type'], message: `there is no shape kind '${record.type}'` });
    return z.NEVER;
  }
  const result = schema.safeParse(record);
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    context.issues.push({ code: 'custom', input: record, path: [...issue.path], message: issue.message });
  return z.NEVER;
});
