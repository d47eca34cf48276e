import { z } from 'zod';
import { defineRoute } from './route.ts';

export const SignIn = z.object({
  id: z.string(),
  current: z.boolean().describe('The session of this request'),
  device: z.string().describe('Such as `Firefox on Windows`'),
  ip_address: z.string(),
  place: z.string().describe('As far as the address tells it'),
  remembered: z.boolean(),
  created_at: z.iso.datetime(),
  last_active_at: z.iso.datetime(),
});
export type SignIn = z.infer<typeof SignIn>;

const ended = z.object({ ended: z.number().int() });

export const listSessions = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/sessions',
  summary: 'Where you are signed in, the latest activity first.',
  responses: { 200: z.object({ items: z.array(SignIn) }) },
  errors: ['unauthenticated'],
});

export const revokeSession = defineRoute({
  service: 'auth',
  method: 'DELETE',
  path: '/api/auth/sessions/:id',
  summary: 'End one of your sessions.',
  params: z.object({ id: z.uuid() }),
  responses: { 200: ended },
  errors: ['unauthenticated', 'validation_failed', 'not_found'],
});

export const revokeOtherSessions = defineRoute({
  service: 'auth',
  method: 'DELETE',
  path: '/api/auth/sessions',
  summary: 'End all of your sessions but this one.',
  responses: { 200: ended },
  errors: ['unauthenticated'],
});

export const logoutAll = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/logout-all',
  summary: 'End all of your sessions, this one too.',
  responses: { 200: ended },
  errors: ['unauthenticated'],
});
