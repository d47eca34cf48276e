import { z } from 'zod';
import { Identity } from './identity.ts';
import { defineRoute } from './route.ts';

/** The kinds of credentials that are no JWT, by what they begin with. */
export const credentialPrefixes = { api_key: 'ag_', app: 'ago_' } as const;

export const resolveCredential = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/internal/credentials',
  summary: 'Whom an API key or an app’s token stands for. Only its hash travels.',
  body: z.object({
    kind: z.enum(['api_key', 'app']),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the credential, hex'),
  }),
  responses: { 200: z.object({ identity: Identity, expires_at: z.iso.datetime().nullable() }) },
  errors: ['invalid_token', 'key_revoked', 'key_expired', 'token_revoked', 'token_expired'],
});
