import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from '../pg-core.ts';
import { sql } from '../query.ts';
import { bytea } from './bytea.ts';
import { createdAt, id } from './columns.ts';
import { files } from './files.ts';
import { users } from './users.ts';

/** Points in a file's history that people can return to. `number` counts from 1 without gaps within a file. */
export const versions = pgTable(
  'versions',
  {
    id: id(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    fileVersion: integer('file_version').notNull(),
    label: text('label'),
    document: bytea('document').notNull(),
    canvasData: jsonb('canvas_data').$type<unknown>().notNull(),
    noteContent: text('note_content').notNull().default(''),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('versions_file_number_idx').on(t.fileId, t.number),
    index('versions_file_created_idx').on(t.fileId, t.createdAt.desc()),
    index('versions_file_labelled_idx').on(t.fileId, t.number).where(sql`${t.label} is not null`),
    index('versions_created_by_idx').on(t.createdBy),
    check('versions_number_positive', sql`${t.number} >= 1`),
  ],
);
