import { z } from 'zod';

/** Of this service alone; `.env.example` explains each. */
export const AuthSettings = z.object({
  MAX_SESSIONS: z.coerce.number().int().min(1).default(5),
  LOGIN_FAILURES_PER_ADDRESS: z.coerce.number().int().min(1).default(5),
  REQUIRE_EMAIL_VERIFICATION: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  COUNTRY_HEADER: z.string().toLowerCase().optional(),
});
export type AuthSettings = z.output<typeof AuthSettings>;
