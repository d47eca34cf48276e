import { type Database, files, shares, teamMembers } from '@autograph/database';
import { type Access, accessTo, type Grant, type Identity } from '@autograph/service-kit';
import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';

async function grantsFor(db: Database, fileId: string, userId: string): Promise<Grant[]> {
  const teams = db.select({ id: teamMembers.teamId }).from(teamMembers).where(eq(teamMembers.userId, userId));
  const rows = await db
    .select({ permission: shares.permission })
    .from(shares)
    .where(
      and(
        eq(shares.fileId, fileId),
        isNull(shares.revokedAt),
        or(isNull(shares.expiresAt), gt(shares.expiresAt, sql`now()`)),
        or(eq(shares.userId, userId), inArray(shares.teamId, teams)),
      ),
    );
  return rows.map(({ permission }) => ({ user_id: userId, permission: permission === 'edit' ? 'edit' : 'view' }));
}

/** How far a person may go with a file: null for not at all, undefined when there is no such file. Files in the trash can only be seen. */
export async function fileAccess(db: Database, fileId: string, identity: Identity): Promise<Access | null | undefined> {
  const [file] = await db.select({ ownerId: files.ownerId, deletedAt: files.deletedAt }).from(files).where(eq(files.id, fileId));
  if (file === undefined) return undefined;
  const access = accessTo(identity, { owner_id: file.ownerId, shares: await grantsFor(db, fileId, identity.user_id) });
  return access !== null && file.deletedAt !== null ? 'view' : access;
}
