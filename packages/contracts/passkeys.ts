import { z } from 'zod';
import { remember, Session } from './auth.ts';
import { defineRoute } from './route.ts';
import { storableText } from './text.ts';

export const Passkey = z.object({ id: z.string(), name: z.string(), created_at: z.iso.datetime() });
export type Passkey = z.infer<typeof Passkey>;

const name = storableText.trim().min(1, 'Give it a name.').max(100, 'Use at most 100 characters.');
const params = z.object({ id: z.uuid() });

/** What the browser's `navigator.credentials` takes and gives, as JSON of the WebAuthn specification. */
const Options = z.record(z.string(), z.unknown());
const encoded = z.string().max(20_000).describe('base64url');
const shared = { id: encoded, rawId: encoded, type: z.literal('public-key'), clientExtensionResults: z.object({}).default({}) };

/** A key that was just made. */
const NewCredential = z.object({
  ...shared,
  response: z.object({ clientDataJSON: encoded, attestationObject: encoded, transports: z.array(z.string().max(40)).max(10).optional() }),
});

/** The use of a key. */
const Assertion = z.object({
  ...shared,
  response: z.object({ clientDataJSON: encoded, authenticatorData: encoded, signature: encoded, userHandle: encoded.optional() }),
});

export const listPasskeys = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/passkeys',
  summary: 'Your passkeys.',
  responses: { 200: z.object({ items: z.array(Passkey) }) },
  errors: ['unauthenticated'],
});

export const beginPasskey = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/passkeys/options',
  summary:
    'Begin to add a passkey: what to ask the browser for. Needs the password again, and a sign-in of the last 24 hours; of accounts without a ' +
    'password one of the last ten minutes.',
  body: z.object({ password: storableText.max(200).optional() }),
  responses: { 200: Options },
  errors: ['unauthenticated', 'validation_failed', 'wrong_password', 'account_locked', 'rate_limited', 'sign_in_again'],
});

export const addPasskey = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/passkeys',
  summary: 'Add the passkey that the browser has made.',
  body: z.object({ name, credential: NewCredential }),
  responses: { 201: Passkey },
  errors: ['unauthenticated', 'validation_failed', 'passkey_refused', 'sign_in_again'],
});

export const renamePasskey = defineRoute({
  service: 'auth',
  method: 'PATCH',
  path: '/api/auth/passkeys/:id',
  summary: 'Name a passkey.',
  params,
  body: z.object({ name }),
  responses: { 200: Passkey },
  errors: ['unauthenticated', 'validation_failed', 'not_found'],
});

export const removePasskey = defineRoute({
  service: 'auth',
  method: 'DELETE',
  path: '/api/auth/passkeys/:id',
  summary: 'Remove a passkey: it signs in no more.',
  params,
  responses: { 200: z.object({ removed: z.literal(true) }) },
  errors: ['unauthenticated', 'validation_failed', 'not_found'],
});

export const beginPasskeyLogin = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/login/passkey/options',
  summary: 'Begin to sign in with a passkey: what to ask the browser for.',
  public: true,
  responses: { 200: Options },
});

export const loginWithPasskey = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/login/passkey',
  summary: 'Sign in with the passkey that the browser has used; it counts as both factors.',
  public: true,
  body: z.object({ credential: Assertion, remember }),
  responses: { 200: Session },
  errors: ['validation_failed', 'passkey_refused', 'email_unverified', 'account_disabled'],
});
