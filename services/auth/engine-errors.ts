import { z } from 'zod';

/** The engine's refusals as they are built; its class is not loaded for them. */
const Refusal = z.object({
  name: z.literal('APIError'),
  status: z.union([z.string(), z.number()]),
  body: z.object({ code: z.string().optional() }).optional(),
});

/** The engine's own code of a refusal, null when it failed otherwise. */
export function engineCode(error: unknown): string | null {
  const refusal = Refusal.safeParse(error);
  return refusal.success ? (refusal.data.body?.code ?? String(refusal.data.status)) : null;
}
