import { z } from 'zod';
import { Scope } from './identity.ts';
import { defineRoute } from './route.ts';
import { storableText } from './text.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where an app may be answered: https, http on the person's own machine, or an own scheme such as com.example.app:/done. */
function isRedirectAddress(text: string): boolean {
  if (!URL.canParse(text) || text.includes('#') || /\s/.test(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username || password) return false;
  if (protocol === 'https:') return true;
  if (protocol === 'http:') return loopback.has(hostname);
  return /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+:$/.test(protocol);
}

const redirectAddress = storableText
  .trim()
  .max(2000)
  .refine(isRedirectAddress, 'Use an https address, http://localhost, or a scheme of your own such as com.example.app:/done.');

const name = storableText.trim().min(1, 'Give the app a name.').max(80, 'Use at most 80 characters.');
const homepage = storableText
  .trim()
  .max(500)
  .pipe(z.url({ protocol: /^https?$/, error: 'Use an address such as https://example.com.' }))
  .nullable();
const redirectAddresses = z.array(redirectAddress).min(1, 'Name at least one address.').max(20).describe('Compared character by character');

/** An app that may ask people for access to their files. */
export const App = z.object({
  id: z.uuid().describe('The client_id'),
  name: z.string(),
  homepage: z.string().nullable(),
  redirect_uris: z.array(z.string()),
  confidential: z.boolean().describe('It runs on a server and keeps a client secret'),
  owner: z.object({ id: z.string(), name: z.string() }),
  people: z.number().int().describe('How many have connected it'),
  created_at: z.iso.datetime(),
});
export type App = z.infer<typeof App>;

const secret = z.string().describe('In this answer only: it is stored as a hash');
const app = z.object({ id: z.uuid() });

export const listApps = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/apps',
  summary: 'The apps that you have registered; for admins those of everyone.',
  responses: { 200: z.object({ items: z.array(App) }) },
  errors: ['unauthenticated', 'session_required'],
});

export const registerApp = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/apps',
  summary: 'Register an app for OAuth 2.1: authorization code with PKCE.',
  body: z.object({
    name,
    homepage: homepage.default(null),
    redirect_uris: redirectAddresses,
    confidential: z.boolean().default(false),
  }),
  responses: { 201: z.object({ app: App, client_secret: secret.nullable() }) },
  errors: ['unauthenticated', 'session_required', 'validation_failed', 'forbidden'],
});

export const updateApp = defineRoute({
  service: 'auth',
  method: 'PATCH',
  path: '/api/auth/apps/:id',
  summary: 'Change what an app is called and where it may be answered.',
  params: app,
  body: z.object({ name: name.optional(), homepage: homepage.optional(), redirect_uris: redirectAddresses.optional() }),
  responses: { 200: z.object({ app: App }) },
  errors: ['unauthenticated', 'session_required', 'validation_failed', 'not_found'],
});

export const renewAppSecret = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/apps/:id/secret',
  summary: 'Give an app a new client secret; the old one stops working.',
  params: app,
  responses: { 200: z.object({ client_secret: secret }) },
  errors: ['unauthenticated', 'session_required', 'not_found', 'validation_failed'],
});

export const deleteApp = defineRoute({
  service: 'auth',
  method: 'DELETE',
  path: '/api/auth/apps/:id',
  summary: 'Remove an app: everyone who has connected it is disconnected.',
  params: app,
  responses: { 200: z.object({ id: z.string() }) },
  errors: ['unauthenticated', 'session_required', 'not_found'],
});

/** An app that a person has let in. */
export const ConnectedApp = z.object({
  id: z.uuid(),
  app: z.object({ id: z.string(), name: z.string(), homepage: z.string().nullable() }),
  scopes: z.array(Scope),
  connected_at: z.iso.datetime(),
  last_used_at: z.iso.datetime().nullable(),
});
export type ConnectedApp = z.infer<typeof ConnectedApp>;

export const listConnectedApps = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/connected-apps',
  summary: 'The apps that may act in your name, and how far.',
  responses: { 200: z.object({ items: z.array(ConnectedApp) }) },
  errors: ['unauthenticated', 'session_required'],
});

export const disconnectApp = defineRoute({
  service: 'auth',
  method: 'DELETE',
  path: '/api/auth/connected-apps/:id',
  summary: 'Take an app’s access away: all its tokens are refused from now on.',
  params: app,
  responses: { 200: z.object({ id: z.string() }) },
  errors: ['unauthenticated', 'session_required', 'not_found'],
});
