import { z } from 'zod';

/** What keys and apps may be held to, each including those before it. */
export const scopes = ['read', 'write', 'admin'] as const;
export const Scope = z
  .enum(scopes)
  .describe('read: look at files; write: make, change and delete them too; admin: manage the instance too');
export type Scope = z.infer<typeof Scope>;

/** Who is behind a request, and how far what they showed carries. */
export const Identity = z.object({
  user_id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(['admin', 'editor', 'viewer']),
  session_id: z.string().describe('The session, the key or the app’s access that the request came with'),
  via: z.enum(['api_key', 'app']).optional().describe('Absent: the person has signed in'),
  scopes: z.array(Scope).optional().describe('Absent: all that the person may do'),
});
export type Identity = z.infer<typeof Identity>;
