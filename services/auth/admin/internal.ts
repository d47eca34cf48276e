import { listAdministrators, writeAudit } from '@autograph/contracts';
import { auditLog, users } from '@autograph/database';
import { and, eq, isNull } from '@autograph/database/query.ts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import type { AuthKit } from '../auth-kit.ts';

/** What other services ask of accounts and their log: both are kept here alone. */
export function serveInternal(app: FastifyInstance, kit: AuthKit): void {
  implement(app, listAdministrators, async () => {
    const rows = await kit.db
      .select({ email: users.email })
      .from(users)
      .where(and(eq(users.role, 'admin'), eq(users.banned, false), isNull(users.deletedAt)))
      .orderBy(users.email);
    return { emails: rows.map(({ email }) => email) };
  });

  implement(app, writeAudit, async ({ body, identity, request }): Promise<undefined> => {
    await kit.db.insert(auditLog).values({
      action: body.action,
      result: body.result,
      userId: identity?.user_id ?? null,
      resourceType: body.resource.type,
      resourceId: body.resource.id,
      ipAddress: body.address,
      userAgent: body.user_agent,
      requestId: request.id,
      details: body.details,
    });
  });
}
