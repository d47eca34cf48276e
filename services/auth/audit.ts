import type { AuditEvent } from '@autograph/contracts';
import { auditLog, type Queryable } from '@autograph/database';
import { addressGroup } from '@autograph/service-kit';
import type { FastifyRequest } from 'fastify';
import type { AuthKit } from './auth-kit.ts';

export interface AuthEvent {
  readonly action: AuditEvent;
  readonly result: 'success' | 'failure';
  /** Who did it. */
  readonly userId?: string;
  /** The address that was tried, when no account is known. */
  readonly email?: string;
  /** The account that it was done to, when it is another's. */
  readonly targetId?: string;
  /** What it was done to, when it is no account. */
  readonly resource?: { readonly type: 'api_key' | 'app' | 'team' | 'sso_provider'; readonly id: string };
  /** What else tells the event from others of its name; never a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes what happened to the audit log: who, what, from where, how it ended. */
export async function recordEvent(db: Queryable, request: FastifyRequest, event: AuthEvent): Promise<void> {
  await db.insert(auditLog).values({
    action: event.action,
    result: event.result,
    userId: event.userId ?? null,
    actor: event.email ?? null,
    resourceType: event.resource?.type ?? 'user',
    resourceId: event.resource?.id ?? event.targetId ?? event.userId ?? null,
    ipAddress: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 400) ?? null,
    requestId: request.id,
    details: { ...event.details },
  });
}

/** Seconds for which further refusals of a kind from one address are not written: whoever knocks without end must not fill the log. */
const refusalSeconds = 60;

/** Writes that what somebody showed was refused before it named an account: the first of its kind in a minute of each address. */
export async function recordRefusal(
  { db, kv }: Pick<AuthKit, 'db' | 'kv'>,
  request: FastifyRequest,
  event: Omit<AuthEvent, 'result'>,
): Promise<void> {
  const key = `refusal-noted:${event.action}:${addressGroup(request.ip)}`;
  if (await kv.setIfAbsent(key, 'noted', { ttlSeconds: refusalSeconds })) await recordEvent(db, request, { ...event, result: 'failure' });
}
