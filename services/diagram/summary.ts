import { CodedError, type DiagramSummary } from '@autograph/contracts';
import { accessTo, type Identity } from '@autograph/service-kit';
import type { LoadedFile } from './file-row.ts';

/** A file as lists show it to someone who may read it. */
export function summaryOf({ row, grants }: LoadedFile, identity: Identity): DiagramSummary {
  const access = accessTo(identity, grants);
  if (access === null) throw new CodedError('forbidden');
  return {
    id: row.id,
    title: row.title,
    type: row.type,
    version: row.version,
    owner: { id: row.ownerId, name: row.ownerName },
    access,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    is_deleted: row.deletedAt !== null,
    deleted_at: row.deletedAt?.toISOString() ?? null,
    thumbnail_url: row.thumbnailKey === null ? null : `/api/diagrams/${row.id}/thumbnail?v=${row.thumbnailVersion ?? 0}`,
  };
}
