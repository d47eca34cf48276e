import { z } from 'zod';
import { Scope } from './identity.ts';
import { defineRoute } from './route.ts';
import { storableText } from './text.ts';

/** A key with which programs call the API in a person's name. */
export const ApiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  prefix: z.string().describe('Its first characters, to tell it from others'),
  scope: Scope,
  created_at: z.iso.datetime(),
  last_used_at: z.iso.datetime().nullable().describe('Exact to half a minute'),
  expires_at: z.iso.datetime().nullable(),
  revoked_at: z.iso.datetime().nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const listApiKeys = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/keys',
  summary: 'The API keys that you made, the newest first.',
  responses: { 200: z.object({ items: z.array(ApiKey) }) },
  errors: ['unauthenticated', 'session_required'],
});

export const createApiKey = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/keys',
  summary: 'Make an API key. The key itself is in this answer only: it is stored as a hash.',
  body: z.object({
    name: storableText.trim().min(1, 'Give the key a name.').max(80, 'Use at most 80 characters.'),
    scope: Scope.default('read'),
    expires_in_days: z.number().int().min(1).max(3650).nullable().default(null).describe('null: it does not lapse'),
  }),
  responses: { 201: z.object({ key: ApiKey, secret: z.string().describe('Send it as `X-API-Key` or as a bearer token') }) },
  errors: ['unauthenticated', 'session_required', 'validation_failed', 'forbidden'],
});

export const revokeApiKey = defineRoute({
  service: 'auth',
  method: 'DELETE',
  path: '/api/auth/keys/:id',
  summary: 'Withdraw an API key: it is refused from now on.',
  params: z.object({ id: z.uuid() }),
  responses: { 200: z.object({ key: ApiKey }) },
  errors: ['unauthenticated', 'session_required', 'not_found'],
});
