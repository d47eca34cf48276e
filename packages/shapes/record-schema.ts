import { shapeProperties } from '@autograph/document';
import { z } from 'zod';

const record = z.strictObject(shapeProperties);

/** The schema of a shape kind: every property of a shape record, plus the kind's own. Unknown properties are refused. */
export function recordSchema<const Type extends string, Own extends z.ZodRawShape>(type: Type, own: Own) {
  return record.extend({ type: z.literal(type), ...own });
}
