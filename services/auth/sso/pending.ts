import { randomBytes } from 'node:crypto';
import { hashOfSecret, type Kv } from '@autograph/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isSecure } from '../cookies.ts';

/** Time that a person has at the identity provider; seconds. */
const pendingSeconds = 900;

/** Time between the answer and the session, of which a person notices nothing; seconds. */
const ticketSeconds = 60;

/** A sign-in that was begun here and not answered yet. */
const Pending = z.object({
  provider: z.string(),
  /** Hash of the cookie of the browser that began it: no other may end it. */
  browser: z.string(),
  next: z.string(),
  nonce: z.string().default(''),
  verifier: z.string().default(''),
});
export type Pending = z.output<typeof Pending>;

/** A sign-in whose answer was accepted. */
const Ticket = z.object({
  provider: z.string(),
  userId: z.string(),
  next: z.string(),
  browser: z.string().nullable(),
  /** What a SAML provider calls the person and its own session of them. */
  saml: z.object({ subject: z.string(), format: z.string().nullable(), sessionIndex: z.string().nullable() }),
});
export type Ticket = z.output<typeof Ticket>;

const hashKey = (kind: string, id: string) => `sso:${kind}:${hashOfSecret(id)}`;

/** Gives what was kept, once: of two that ask at the same time one gets nothing. */
async function take(kv: Kv, key: string): Promise<unknown> {
  const kept = await kv.get(key);
  if (kept === null || !(await kv.setIfAbsent(`${key}:taken`, '1', { ttlSeconds: pendingSeconds }))) return null;
  await kv.delete(key);
  return JSON.parse(kept);
}

export const keepPending = (kv: Kv, id: string, pending: Pending): Promise<void> =>
  kv.set(hashKey('pending', id), JSON.stringify(pending), { ttlSeconds: pendingSeconds });

/** The sign-in that an answer belongs to, null when there is none (any more). */
export async function takePending(kv: Kv, id: string): Promise<Pending | null> {
  return Pending.nullable().parse(await take(kv, hashKey('pending', id)));
}

/** Keeps an accepted sign-in for the browser's next request; gives the ticket. */
export async function keepTicket(kv: Kv, ticket: Ticket): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  await kv.set(hashKey('ticket', id), JSON.stringify(ticket), { ttlSeconds: ticketSeconds });
  return id;
}

export async function takeTicket(kv: Kv, id: string): Promise<Ticket | null> {
  return Ticket.nullable().parse(await take(kv, hashKey('ticket', id)));
}

const cookie = 'ag_sso';
const cookiePath = '/api/auth/sso';

/** Marks the browser that begins a sign-in; gives the mark's hash. */
export function markBrowser(publicUrl: string, request: FastifyRequest, reply: FastifyReply): string {
  const mark = randomBytes(32).toString('base64url');
  const secure = isSecure(publicUrl, request);
  reply.setCookie(cookie, mark, { httpOnly: true, sameSite: 'lax', path: cookiePath, secure, maxAge: pendingSeconds });
  return hashOfSecret(mark);
}

/** Whether a request comes from the browser of this mark. */
export const isMarked = (request: FastifyRequest, browser: string): boolean => hashOfSecret(request.cookies[cookie] ?? '') === browser;
