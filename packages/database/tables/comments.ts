import { type AnyPgColumn, index, jsonb, pgTable, text, uuid } from '../pg-core.ts';
import { sql } from '../query.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';
import { files } from './files.ts';
import { users } from './users.ts';

/** Remarks on a file; `anchor` says where: a page point, a shape, or a range of the note. Replies have a `parent_id`. */
export const comments = pgTable(
  'comments',
  {
    id: id(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    authorId: uuid('author_id').references(() => users.id, { onDelete: 'set null' }),
    parentId: uuid('parent_id').references((): AnyPgColumn => comments.id, { onDelete: 'cascade' }),
    body: text('body').notNull(),
    anchor: jsonb('anchor').$type<unknown>(),
    resolvedAt: moment('resolved_at'),
    resolvedBy: uuid('resolved_by').references(() => users.id, { onDelete: 'set null' }),
    deletedAt: moment('deleted_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('comments_file_created_idx').on(t.fileId, t.createdAt),
    index('comments_parent_idx').on(t.parentId),
    index('comments_author_idx').on(t.authorId),
    index('comments_open_idx').on(t.fileId).where(sql`${t.resolvedAt} is null and ${t.deletedAt} is null`),
  ],
);
