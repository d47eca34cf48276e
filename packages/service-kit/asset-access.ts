import { fileAssets, files, type Queryable } from '@autograph/database';
import { and, eq, or, sql } from '@autograph/database/query.ts';
import { givenTo, grantColumns, grantsIn } from './file-grants.ts';
import { can, type Subject } from './policy.ts';

/** Of some pictures those that a person may see: they may read a file that holds it. In the trash a file is its owner's alone. */
export async function visibleAssets(db: Queryable, subject: Subject, assetIds: readonly string[]): Promise<ReadonlySet<string>> {
  const userId = subject.user_id;
  const readsAll = can(subject, 'file.read', { owner_id: '', shares: [] });
  const holders = await db
    .select({ ...grantColumns(db, userId), assetId: fileAssets.assetId, deletedAt: files.deletedAt })
    .from(fileAssets)
    .innerJoin(files, eq(files.id, fileAssets.fileId))
    .where(
      and(
        sql`${fileAssets.assetId} = any(${sql.param([...assetIds])}::text[])`,
        readsAll ? undefined : or(eq(files.ownerId, userId), givenTo(db, userId)),
      ),
    );
  const visible = holders.filter((file) => can(subject, file.deletedAt === null ? 'file.read' : 'file.delete', grantsIn(file, userId)));
  return new Set(visible.map(({ assetId }) => assetId));
}
