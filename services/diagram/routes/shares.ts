import { accessChannel, CodedError, listShares, removeShare, type Share, shareDiagram, updateShare } from '@autograph/contracts';
import { type Queryable, shares, users } from '@autograph/database';
import { and, asc, eq, isNull, sql } from '@autograph/database/query.ts';
import { implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { openFile } from '../file-row.ts';

async function sharesOf(db: Queryable, fileId: string): Promise<readonly Share[]> {
  const rows = await db
    .select({
      id: shares.id,
      permission: shares.permission,
      createdAt: shares.createdAt,
      userId: users.id,
      name: users.name,
      email: users.email,
    })
    .from(shares)
    .innerJoin(users, eq(users.id, shares.userId))
    .where(and(eq(shares.fileId, fileId), isNull(shares.revokedAt), isNull(users.deletedAt)))
    .orderBy(asc(shares.createdAt), asc(shares.id));
  return rows.map(({ id, permission, createdAt, userId, name, email }) => ({
    id,
    user: { id: userId, name, email },
    permission: permission === 'edit' ? 'edit' : 'view',
    created_at: createdAt.toISOString(),
  }));
}

async function shareOf(db: Queryable, fileId: string, shareId: string): Promise<Share> {
  const found = (await sharesOf(db, fileId)).find(({ id }) => id === shareId);
  if (!found) throw new CodedError('not_found', { message: 'This file is not shared so any more.' });
  return found;
}

export function serveShares(app: FastifyInstance, kit: Kit): void {
  const tell = (fileId: string) => kit.pubsub.publish(accessChannel(fileId), '');

  implement(app, listShares, async ({ params, identity }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.share');
    return { items: [...(await sharesOf(kit.db, row.id))] };
  });

  implement(app, shareDiagram, async ({ params, body, identity }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.share');
    const [person] = await kit.db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(sql`lower(${users.email})`, body.email.toLowerCase()), isNull(users.deletedAt)));
    if (!person) throw new CodedError('account_not_found');
    if (person.id === row.ownerId)
      throw new CodedError('validation_failed', { details: [{ path: 'body.email', message: 'The file is theirs already.' }] });
    const { permission } = body;
    const [share] = await kit.db
      .insert(shares)
      .values({ fileId: row.id, userId: person.id, permission, createdBy: identity.user_id })
      .onConflictDoUpdate({
        target: [shares.fileId, shares.userId],
        targetWhere: sql`${shares.userId} is not null`,
        set: { permission, revokedAt: null, expiresAt: null },
      })
      .returning({ id: shares.id });
    await tell(row.id);
    return shareOf(kit.db, row.id, share?.id ?? '');
  });

  implement(app, updateShare, async ({ params, body, identity }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.share');
    const { id } = await shareOf(kit.db, row.id, params.share_id);
    await kit.db.update(shares).set({ permission: body.permission }).where(eq(shares.id, id));
    await tell(row.id);
    return shareOf(kit.db, row.id, id);
  });

  implement(app, removeShare, async ({ params, identity }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.share');
    const { id } = await shareOf(kit.db, row.id, params.share_id);
    await kit.db.delete(shares).where(eq(shares.id, id));
    await tell(row.id);
    return { id };
  });
}
