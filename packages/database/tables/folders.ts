import { type AnyPgColumn, doublePrecision, index, pgTable, text, uuid } from '../pg-core.ts';
import { sql } from '../query.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';
import { teams } from './teams.ts';
import { users } from './users.ts';

export const folders = pgTable(
  'folders',
  {
    id: id(),
    name: text('name').notNull(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    teamId: uuid('team_id').references(() => teams.id, { onDelete: 'set null' }),
    parentId: uuid('parent_id').references((): AnyPgColumn => folders.id, { onDelete: 'cascade' }),
    color: text('color'),
    position: doublePrecision('position').notNull().default(0),
    deletedAt: moment('deleted_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('folders_owner_parent_idx').on(t.ownerId, t.parentId),
    index('folders_team_parent_idx').on(t.teamId, t.parentId),
    index('folders_parent_idx').on(t.parentId),
    index('folders_live_idx').on(t.ownerId, t.position).where(sql`${t.deletedAt} is null`),
    index('folders_name_trgm_idx').using('gin', sql`${t.name} gin_trgm_ops`),
  ],
);
