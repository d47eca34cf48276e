import { type Database, files } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { type Access, accessTo, grantColumns, grantsIn, type Identity } from '@autograph/service-kit';

/**
 * How far a person may go with a file: null for not at all, undefined when there is no such file. One in the trash exists for its
 * owner only, who can look at it.
 */
export async function fileAccess(db: Database, fileId: string, identity: Identity): Promise<Access | null | undefined> {
  const [file] = await db
    .select({ ...grantColumns(db, identity.user_id), deletedAt: files.deletedAt })
    .from(files)
    .where(eq(files.id, fileId));
  if (file === undefined) return undefined;
  const access = accessTo(identity, grantsIn(file, identity.user_id));
  if (file.deletedAt === null || access === null) return access;
  return access === 'owner' ? 'view' : undefined;
}
