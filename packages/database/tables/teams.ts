import { index, jsonb, pgTable, text, uuid } from '../pg-core.ts';
import { sql } from '../query.ts';
import { createdAt, id, moment, updatedAt } from './columns.ts';
import { users } from './users.ts';

export const teams = pgTable(
  'teams',
  {
    id: id(),
    name: text('name').notNull(),
    slug: text('slug').notNull().unique(),
    logo: text('logo'),
    metadata: jsonb('metadata').$type<Record<string, unknown>>().notNull().default({}),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    deletedAt: moment('deleted_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('teams_owner_idx').on(t.ownerId),
    index('teams_name_trgm_idx').using('gin', sql`${t.name} gin_trgm_ops`),
    index('teams_live_idx').on(t.createdAt).where(sql`${t.deletedAt} is null`),
  ],
);
