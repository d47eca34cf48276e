import { bigint, index, integer, pgTable, uuid } from '../pg-core.ts';
import { bytea } from './bytea.ts';
import { createdAt, updatedAt } from './columns.ts';
import { files } from './files.ts';

/** The compacted start of a file's update log: everything up to and including the update `last_update_id`. */
export const documentSnapshots = pgTable(
  'document_snapshots',
  {
    fileId: uuid('file_id')
      .primaryKey()
      .references(() => files.id, { onDelete: 'cascade' }),
    state: bytea('state').notNull(),
    lastUpdateId: bigint('last_update_id', { mode: 'bigint' }).notNull(),
    fileVersion: integer('file_version').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('document_snapshots_updated_at_idx').on(t.updatedAt)],
);
