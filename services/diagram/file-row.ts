import { CodedError } from '@autograph/contracts';
import { files, type Queryable, shares, teamMembers, users } from '@autograph/database';
import { can, type FileAction, type FileGrants, type Grant, type Identity } from '@autograph/service-kit';
import { and, eq, gt, inArray, isNull, or, type SQL } from 'drizzle-orm';

/** What the service reads of a file: everything but its content. */
export const fileColumns = {
  id: files.id,
  title: files.title,
  type: files.type,
  version: files.version,
  ownerId: files.ownerId,
  ownerName: users.name,
  createdAt: files.createdAt,
  updatedAt: files.updatedAt,
  deletedAt: files.deletedAt,
  thumbnailKey: files.thumbnailKey,
  thumbnailVersion: files.thumbnailVersion,
};

export interface FileRow {
  readonly id: string;
  readonly title: string;
  readonly type: 'canvas' | 'note' | 'mixed';
  readonly version: number;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
  readonly thumbnailKey: string | null;
  readonly thumbnailVersion: number | null;
}

export interface LoadedFile {
  readonly row: FileRow;
  readonly grants: FileGrants;
}

/** Shares in force that reach a person, directly or through a team. */
export function sharesWith(db: Queryable, userId: string, now: Date): SQL | undefined {
  const teams = db.select({ id: teamMembers.teamId }).from(teamMembers).where(eq(teamMembers.userId, userId));
  return and(
    or(eq(shares.userId, userId), inArray(shares.teamId, teams)),
    isNull(shares.revokedAt),
    or(isNull(shares.expiresAt), gt(shares.expiresAt, now)),
  );
}

/** The grants that a person has on some of these files, by file id. */
export async function grantsOf(db: Queryable, userId: string, fileIds: readonly string[]): Promise<ReadonlyMap<string, readonly Grant[]>> {
  const found = new Map<string, Grant[]>();
  if (fileIds.length === 0) return found;
  const rows = await db
    .select({ fileId: shares.fileId, permission: shares.permission })
    .from(shares)
    .where(and(inArray(shares.fileId, [...fileIds]), sharesWith(db, userId, new Date())));
  for (const { fileId, permission } of rows) found.set(fileId, [...(found.get(fileId) ?? []), { user_id: userId, permission }]);
  return found;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A file that someone may do `action` to. Throws `not_found` when there is no such file (one in the trash exists for its
 * owner only), `forbidden` when it is someone else's.
 */
export async function openFile(db: Queryable, id: string, identity: Identity, action: FileAction): Promise<LoadedFile> {
  const [row] = uuid.test(id)
    ? await db.select(fileColumns).from(files).innerJoin(users, eq(users.id, files.ownerId)).where(eq(files.id, id))
    : [];
  if (!row) throw new CodedError('not_found', { message: 'This file does not exist.' });
  const grants = { owner_id: row.ownerId, shares: (await grantsOf(db, identity.user_id, [id])).get(id) ?? [] };
  if (!can(identity, action, grants)) throw new CodedError('forbidden');
  const trashed = row.deletedAt !== null;
  if (trashed && !can(identity, 'file.delete', grants)) throw new CodedError('not_found', { message: 'This file does not exist.' });
  if (trashed && action === 'file.edit') throw new CodedError('not_found', { message: 'This file is in the trash: restore it first.' });
  return { row, grants };
}
