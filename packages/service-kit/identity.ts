import { z } from 'zod';

/** Who is behind a request, as the access token says. */
export const Identity = z.object({
  user_id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(['admin', 'editor', 'viewer']),
  session_id: z.string(),
});
export type Identity = z.infer<typeof Identity>;
