import {
  approveRecovery,
  CodedError,
  endUserSessions,
  listUserSessions,
  listUsers,
  type ManagedUser,
  manageUser,
  unlockUser,
} from '@autograph/contracts';
import { type Queryable, users } from '@autograph/database';
import { and, asc, count, eq, ilike, isNull, or } from '@autograph/database/query.ts';
import { implement, requireAdmin } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { userOf } from '../account.ts';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { endSessions } from '../end-session.ts';
import { isLocked, liftLock } from '../login-guard.ts';
import { recoveredMail } from '../mail/designs.ts';
import { sendMail } from '../mail/send-mail.ts';
import { renewCredentials } from '../renew-credentials.ts';
import { setStanding } from '../set-standing.ts';
import { signInsOf } from '../sign-ins.ts';
import { disable } from '../two-factor/keep.ts';

type Row = typeof users.$inferSelect;

const managed = (row: Row): ManagedUser => ({
  ...userOf(row),
  email_verified: row.emailVerified,
  two_factor: row.twoFactorEnabled,
  disabled: row.banned,
  locked_until: isLocked(row) ? (row.lockedUntil?.toISOString() ?? null) : null,
  recovery_requested_at: row.recoveryRequestedAt?.toISOString() ?? null,
  last_login_at: row.lastLoginAt?.toISOString() ?? null,
});

const present = (id: string) => and(eq(users.id, id), isNull(users.deletedAt));

async function rowOf(db: Queryable, id: string): Promise<Row> {
  const [row] = await db.select().from(users).where(present(id));
  if (!row) throw new CodedError('not_found', { message: 'There is no such account.' });
  return row;
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function serveList(app: FastifyInstance, kit: AuthKit): void {
  implement(app, listUsers, async ({ query, identity }) => {
    requireAdmin(identity, 'users.manage');
    const words = query.q ? `%${escaped(query.q)}%` : null;
    const found = and(isNull(users.deletedAt), words ? or(ilike(users.name, words), ilike(users.email, words)) : undefined);
    const [[total], rows] = await Promise.all([
      kit.db.select({ count: count() }).from(users).where(found),
      kit.db
        .select()
        .from(users)
        .where(found)
        .orderBy(asc(users.name), asc(users.id))
        .limit(query.per_page)
        .offset((query.page - 1) * query.per_page),
    ]);
    return { items: rows.map(managed), total: total?.count ?? 0 };
  });
  implement(app, listUserSessions, async ({ params, identity }) => {
    requireAdmin(identity, 'users.manage');
    await rowOf(kit.db, params.id);
    return { items: await signInsOf(kit, params.id, identity.session_id) };
  });
}

function serveChanges(app: FastifyInstance, kit: AuthKit): void {
  implement(app, manageUser, async ({ params, body, identity, request }) => {
    requireAdmin(identity, 'users.manage');
    const before = await rowOf(kit.db, params.id);
    const outcome = await setStanding(kit.db, params.id, { role: body.role, banned: body.disabled });
    if (outcome === 'last_admin') throw new CodedError('last_admin');
    const after = await rowOf(kit.db, params.id);
    const event = { result: 'success', userId: identity.user_id, targetId: params.id } as const;
    if (before.role !== after.role) {
      await recordEvent(kit.db, request, { ...event, action: 'admin.role_changed', details: { from: before.role, to: after.role } });
      // Tokens carry the role: the next ones are of the new one.
      await endSessions(kit, params.id, 'revoked');
    }
    if (before.banned !== after.banned) {
      await recordEvent(kit.db, request, { ...event, action: after.banned ? 'admin.user_disabled' : 'admin.user_enabled' });
      if (after.banned) await endSessions(kit, params.id, 'revoked');
    }
    if (before.role !== after.role || before.banned !== after.banned) await renewCredentials(kit, params.id);
    return managed(after);
  });
  implement(app, unlockUser, async ({ params, identity, request }) => {
    requireAdmin(identity, 'users.manage');
    await rowOf(kit.db, params.id);
    await liftLock(kit, params.id);
    await recordEvent(kit.db, request, { action: 'admin.user_unlocked', result: 'success', userId: identity.user_id, targetId: params.id });
    return managed(await rowOf(kit.db, params.id));
  });
  implement(app, approveRecovery, async ({ params, identity, request }) => {
    requireAdmin(identity, 'users.manage');
    const row = await rowOf(kit.db, params.id);
    if (!row.twoFactorEnabled || row.recoveryRequestedAt === null)
      throw new CodedError('two_factor_off', { message: 'Nobody has asked by mail to have this second factor taken off.' });
    await disable(kit.db, row.id);
    await recordEvent(kit.db, request, {
      action: 'admin.recovery_approved',
      result: 'success',
      userId: identity.user_id,
      targetId: row.id,
    });
    await sendMail(kit, row.email, recoveredMail(`${kit.config.PUBLIC_URL}/signin`));
    return managed(await rowOf(kit.db, row.id));
  });
  implement(app, endUserSessions, async ({ params, identity, request }) => {
    requireAdmin(identity, 'users.manage');
    await rowOf(kit.db, params.id);
    const ended = await endSessions(kit, params.id, 'revoked', identity.session_id);
    const event = { action: 'admin.sessions_ended', result: 'success', userId: identity.user_id, targetId: params.id } as const;
    await recordEvent(kit.db, request, { ...event, details: { ended } });
    return { ended };
  });
}

export function serveUsers(app: FastifyInstance, kit: AuthKit): void {
  serveList(app, kit);
  serveChanges(app, kit);
}
