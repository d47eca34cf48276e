import { bigserial, index, jsonb, pgTable, text, uuid } from '../pg-core.ts';
import { createdAt } from './columns.ts';
import { users } from './users.ts';

/** What happened, who did it, from where and how it ended. Append-only: a trigger refuses every change but forgetting a deleted account. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    action: text('action').notNull(),
    result: text('result').$type<'success' | 'failure'>().notNull().default('success'),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    actor: text('actor'),
    resourceType: text('resource_type'),
    resourceId: text('resource_id'),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    requestId: text('request_id'),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    index('audit_log_created_at_idx').on(t.createdAt.desc()),
    index('audit_log_user_created_idx').on(t.userId, t.createdAt.desc()),
    index('audit_log_action_created_idx').on(t.action, t.createdAt.desc()),
    index('audit_log_resource_idx').on(t.resourceType, t.resourceId),
  ],
);
