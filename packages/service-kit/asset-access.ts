import { fileAssets, files, type Queryable } from '@autograph/database';
import { and, eq, or, sql } from '@autograph/database/query.ts';
import { givenTo, grantsOf } from './file-grants.ts';
import { can, type Subject } from './policy.ts';

/** Of some pictures those that a person may see: they may read a file that holds it. In the trash a file is its owner's alone. */
export async function visibleAssets(db: Queryable, subject: Subject, assetIds: readonly string[]): Promise<ReadonlySet<string>> {
  const userId = subject.user_id;
  const readsAll = can(subject, 'file.read', { owner_id: '', shares: [] });
  const holders = await db
    .select({ assetId: fileAssets.assetId, fileId: files.id, ownerId: files.ownerId, deletedAt: files.deletedAt })
    .from(fileAssets)
    .innerJoin(files, eq(files.id, fileAssets.fileId))
    .where(
      and(
        sql`${fileAssets.assetId} = any(${sql.param([...assetIds])}::text[])`,
        readsAll ? undefined : or(eq(files.ownerId, userId), givenTo(db, userId)),
      ),
    );
  const grants = await grantsOf(db, userId, [...new Set(holders.map(({ fileId }) => fileId))]);
  const visible = holders.filter(({ fileId, ownerId, deletedAt }) => {
    const file = { owner_id: ownerId, shares: grants.get(fileId) ?? [] };
    return can(subject, deletedAt === null ? 'file.read' : 'file.delete', file);
  });
  return new Set(visible.map(({ assetId }) => assetId));
}
