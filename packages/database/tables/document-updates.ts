import { bigserial, index, pgTable, uuid } from '../pg-core.ts';
import { bytea } from './bytea.ts';
import { createdAt } from './columns.ts';
import { files } from './files.ts';
import { users } from './users.ts';

/** The append-only log of accepted Yjs updates; what is not here was not acknowledged. */
export const documentUpdates = pgTable(
  'document_updates',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    update: bytea('update').notNull(),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [index('document_updates_file_idx').on(t.fileId, t.id), index('document_updates_created_at_idx').on(t.createdAt)],
);
