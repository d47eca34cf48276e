import { bigint, check, index, integer, jsonb, pgTable, text, uuid } from '../pg-core.ts';
import { sql } from '../query.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';
import { folders } from './folders.ts';
import { teams } from './teams.ts';
import { users } from './users.ts';

/**
 * Files: canvas, code blocks and note of one document. `canvas_data`, `note_content` and `search_text` are projections
 * of the Yjs document in `document_updates`; `version` starts at 1 and goes up by one with every accepted update.
 * A person who owns files cannot be deleted: hand the files over or delete them first.
 */
export const files = pgTable(
  'files',
  {
    id: id(),
    title: text('title').notNull(),
    type: text('type').$type<'canvas' | 'note' | 'mixed'>().notNull().default('mixed'),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    teamId: uuid('team_id').references(() => teams.id, { onDelete: 'set null' }),
    folderId: uuid('folder_id').references(() => folders.id, { onDelete: 'set null' }),
    canvasData: jsonb('canvas_data').$type<unknown>().notNull().default({ shapes: [], blocks: [] }),
    noteContent: text('note_content').notNull().default(''),
    searchText: text('search_text').notNull().default(''),
    version: integer('version').notNull().default(1),
    thumbnailKey: text('thumbnail_key'),
    thumbnailVersion: integer('thumbnail_version'),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull().default(0),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    updatedBy: uuid('updated_by').references(() => users.id, { onDelete: 'set null' }),
    deletedAt: moment('deleted_at'),
    deletedBy: uuid('deleted_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('files_owner_updated_idx').on(t.ownerId, t.updatedAt.desc()),
    index('files_owner_live_idx').on(t.ownerId, t.updatedAt.desc()).where(sql`${t.deletedAt} is null`),
    index('files_owner_type_live_idx').on(t.ownerId, t.type, t.updatedAt.desc()).where(sql`${t.deletedAt} is null`),
    index('files_owner_created_live_idx').on(t.ownerId, t.createdAt.desc()).where(sql`${t.deletedAt} is null`),
    index('files_owner_title_live_idx').on(t.ownerId, t.title).where(sql`${t.deletedAt} is null`),
    index('files_team_updated_live_idx').on(t.teamId, t.updatedAt.desc()).where(sql`${t.deletedAt} is null`),
    index('files_folder_title_live_idx').on(t.folderId, t.title).where(sql`${t.deletedAt} is null`),
    index('files_trash_idx').on(t.deletedAt).where(sql`${t.deletedAt} is not null`),
    index('files_canvas_data_idx').using('gin', sql`${t.canvasData} jsonb_path_ops`),
    index('files_title_trgm_idx').using('gin', sql`${t.title} gin_trgm_ops`),
    index('files_search_text_trgm_idx').using('gin', sql`${t.searchText} gin_trgm_ops`),
    index('files_created_by_idx').on(t.createdBy),
    check('files_version_positive', sql`${t.version} >= 1`),
  ],
);
