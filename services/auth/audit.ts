import { auditLog, type Queryable } from '@autograph/database';
import type { FastifyRequest } from 'fastify';

export interface AuthEvent {
  readonly action: 'auth.register' | 'auth.login' | 'auth.logout' | 'auth.refresh_replayed';
  readonly result: 'success' | 'failure';
  readonly userId?: string;
  /** The address that was tried, when no account is known. */
  readonly email?: string;
}

/** Writes what happened to the audit log: who, what, from where, how it ended. */
export async function recordEvent(db: Queryable, request: FastifyRequest, event: AuthEvent): Promise<void> {
  await db.insert(auditLog).values({
    action: event.action,
    result: event.result,
    userId: event.userId ?? null,
    actor: event.email ?? null,
    resourceType: 'user',
    resourceId: event.userId ?? null,
    ipAddress: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 400) ?? null,
    requestId: request.id,
  });
}
