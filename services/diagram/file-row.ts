import { CodedError } from '@autograph/contracts';
import { files, type Queryable, users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { can, type FileAction, type FileGrants, type Given, grantColumns, grantsIn, type Identity } from '@autograph/service-kit';

/** What the service reads of a file for someone: everything but its content. */
export const fileColumns = (db: Queryable, userId: string) => ({
  id: files.id,
  title: files.title,
  type: files.type,
  version: files.version,
  ownerName: users.name,
  createdAt: files.createdAt,
  updatedAt: files.updatedAt,
  deletedAt: files.deletedAt,
  thumbnailKey: files.thumbnailKey,
  thumbnailVersion: files.thumbnailVersion,
  ...grantColumns(db, userId),
});

export interface FileRow extends Given {
  readonly id: string;
  readonly title: string;
  readonly type: 'canvas' | 'note' | 'mixed';
  readonly version: number;
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

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A file that someone may do `action` to. Throws `not_found` when there is no such file (one in the trash exists for its
 * owner only), `forbidden` when it is someone else's.
 */
export async function openFile(db: Queryable, id: string, identity: Identity, action: FileAction): Promise<LoadedFile> {
  const [row] = uuid.test(id)
    ? await db.select(fileColumns(db, identity.user_id)).from(files).innerJoin(users, eq(users.id, files.ownerId)).where(eq(files.id, id))
    : [];
  if (!row) throw new CodedError('not_found', { message: 'This file does not exist.' });
  const grants = grantsIn(row, identity.user_id);
  if (!can(identity, action, grants)) throw refusal(identity, action, grants);
  const trashed = row.deletedAt !== null;
  if (trashed && !can(identity, 'file.delete', grants)) throw new CodedError('not_found', { message: 'This file does not exist.' });
  if (trashed && action === 'file.edit') throw new CodedError('not_found', { message: 'This file is in the trash: restore it first.' });
  return { row, grants };
}

/** Says to whom may see the file what is missing; to everybody else no more than that it is closed. */
function refusal(identity: Identity, action: FileAction, grants: FileGrants): CodedError {
  if (!can(identity, 'file.read', grants)) return new CodedError('forbidden');
  const message = action === 'file.edit' ? 'This file is shared with you for viewing only.' : 'Only the owner of this file may do that.';
  return new CodedError('forbidden', { message });
}
