import type pg from 'pg';
import { z } from 'zod';
import type { Statement } from './observed-pool.ts';

/** How the database carries a statement out. */
export interface Plan {
  /** One line a step, without values. */
  readonly steps: readonly string[];
  /** What would make it faster, where the plan shows that. */
  readonly hint: string | undefined;
}

interface Step {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string | undefined;
  readonly 'Index Name'?: string | undefined;
  readonly 'Plan Rows'?: number | undefined;
  readonly Filter?: string | undefined;
  readonly 'Index Cond'?: string | undefined;
  readonly Plans?: readonly Step[] | undefined;
}

const Step: z.ZodType<Step> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Index Name': z.string().optional(),
    'Plan Rows': z.number().optional(),
    Filter: z.string().optional(),
    'Index Cond': z.string().optional(),
    Plans: z.array(Step).optional(),
  }),
);
const Answer = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: Step })).min(1) })).min(1);

/** A statement or a condition without the values that stand in it. */
export const withoutValues = (sql: string): string =>
  sql.replace(/'(?:[^']|'')*'|\$([a-z_]\w*)?\$[\s\S]*?\$\1\$/gi, '?').replace(/(?<![\w$.])\d+(\.\d+)?\b/g, '?');

/** What may be asked for its plan: to explain these carries nothing out. */
const explainable = /^\s*(?:with|select|insert|update|delete|merge|values)\b/i;

const stepsOf = (step: Step, depth = 0): string[] => {
  const detail = step['Index Cond'] ?? step.Filter;
  const parts = [
    step['Node Type'],
    step['Index Name'] ? `using ${step['Index Name']}` : '',
    step['Relation Name'] ? `on ${step['Relation Name']}` : '',
    step['Plan Rows'] === undefined ? '' : `(about ${step['Plan Rows']} rows)`,
    detail ? `where ${withoutValues(detail)}` : '',
  ];
  return ['  '.repeat(depth) + parts.filter(Boolean).join(' '), ...(step.Plans ?? []).flatMap((next) => stepsOf(next, depth + 1))];
};

const columnsOf = (filter: string): string[] => [
  ...new Set([...filter.matchAll(/\(+\(?"?([a-z_]\w*)"?\)?(?:::\w+)? (?:=|<|>|<=|>=|~~|IS|>=|= ANY)/g)].map(([, name]) => name ?? '')),
];

function hintOf(step: Step): string | undefined {
  if (step['Node Type'] === 'Seq Scan' && step.Filter) {
    const columns = columnsOf(step.Filter);
    const on = columns.length > 0 ? ` on (${columns.join(', ')})` : '';
    return `${step['Relation Name']} is read as a whole for ${withoutValues(step.Filter)}: an index${on} may help`;
  }
  return (step.Plans ?? []).map(hintOf).find(Boolean);
}

/**
 * Asks for the plan of a statement without carrying it out; null for those that have none. It is sent so that the server takes one
 * statement and no more: what stands behind a semicolon is refused.
 */
export async function explain(pool: pg.Pool, { sql, values }: Statement): Promise<Plan | null> {
  if (!explainable.test(sql)) return null;
  const question = { text: `explain (format json) ${sql}`, values: [...values], queryMode: 'extended' };
  const answer = await pool.query<Record<string, unknown>>(question);
  const plan = Answer.parse(answer.rows)[0]?.['QUERY PLAN'][0]?.Plan;
  return plan ? { steps: stepsOf(plan), hint: hintOf(plan) } : null;
}
