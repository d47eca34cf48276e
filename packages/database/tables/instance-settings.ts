import { jsonb, pgTable, text, uuid } from '../pg-core.ts';
import { updatedAt } from './columns.ts';
import { users } from './users.ts';

/** Settings of the whole installation by name. */
export const instanceSettings = pgTable('instance_settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').$type<unknown>().notNull(),
  updatedBy: uuid('updated_by').references(() => users.id, { onDelete: 'set null' }),
  updatedAt: updatedAt(),
});
