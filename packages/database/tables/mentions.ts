import { index, pgTable, uniqueIndex, uuid } from '../pg-core.ts';
import { sql } from '../query.ts';
import { createdAt, id, moment } from './columns.ts';
import { comments } from './comments.ts';
import { files } from './files.ts';
import { users } from './users.ts';

/** People named in a comment, or in the note when `comment_id` is null. */
export const mentions = pgTable(
  'mentions',
  {
    id: id(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    commentId: uuid('comment_id').references(() => comments.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    mentionedBy: uuid('mentioned_by').references(() => users.id, { onDelete: 'set null' }),
    readAt: moment('read_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('mentions_comment_user_idx').on(t.commentId, t.userId),
    index('mentions_file_idx').on(t.fileId),
    index('mentions_user_created_idx').on(t.userId, t.createdAt.desc()),
    index('mentions_unread_idx').on(t.userId).where(sql`${t.readAt} is null`),
  ],
);
