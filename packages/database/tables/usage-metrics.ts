import { bigserial, doublePrecision, index, integer, jsonb, numeric, pgTable, text, uuid } from '../pg-core.ts';
import { createdAt } from './columns.ts';
import { files } from './files.ts';
import { users } from './users.ts';

/** What was used and what it cost: AI tokens, exports, storage. */
export const usageMetrics = pgTable(
  'usage_metrics',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    metric: text('metric').notNull(),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    fileId: uuid('file_id').references(() => files.id, { onDelete: 'set null' }),
    value: doublePrecision('value').notNull().default(1),
    provider: text('provider'),
    model: text('model'),
    inputTokens: integer('input_tokens'),
    outputTokens: integer('output_tokens'),
    costUsd: numeric('cost_usd', { precision: 12, scale: 6, mode: 'number' }),
    durationMs: integer('duration_ms'),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    index('usage_metrics_metric_created_idx').on(t.metric, t.createdAt.desc()),
    index('usage_metrics_user_created_idx').on(t.userId, t.createdAt.desc()),
    index('usage_metrics_file_idx').on(t.fileId),
    index('usage_metrics_provider_idx').on(t.provider, t.model, t.createdAt.desc()),
  ],
);
