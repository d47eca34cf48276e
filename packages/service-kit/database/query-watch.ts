import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { Gauge, Histogram, type Registry } from 'prom-client';
import type { Logs } from '../logs.ts';
import { currentContext, type RequestContext } from '../request-context.ts';
import { childSpan } from '../tracing/spans.ts';
import { explain, withoutValues } from './explain.ts';
import { observePool, type Statement } from './observed-pool.ts';

export interface QueryWatchOptions {
  readonly pool: pg.Pool;
  readonly registry: Registry;
  readonly logs: Logs;
  /** Statements that take longer are logged with their plan. */
  readonly slowMs: number;
  /**
   * While a process comes up it keeps its own statements waiting: how long those take that no request has asked for says nothing of them,
   * and of the others the time counts in which it was not at work itself.
   */
  readonly isSettling: () => boolean;
}

/** A plan is asked for once in this time for each statement: one that is slow a thousand times has the same. */
const planMilliseconds = 60_000;
const rememberedPlans = 200;
const shownCharacters = 200;

const isExplain = (sql: string) => sql.startsWith('explain (format json)');

/** The first word, as long as it is one of those that there are: a label must not have a thousand values. */
function operationOf(sql: string): string {
  const word = /^\s*([a-z]+)/i.exec(sql)?.[1]?.toLowerCase() ?? '';
  return ['select', 'insert', 'update', 'delete', 'with', 'begin', 'commit', 'rollback'].includes(word) ? word : 'other';
}

function shown(sql: string): string {
  const line = withoutValues(sql.replace(/\s+/g, ' ').trim());
  return line.length > shownCharacters ? `${line.slice(0, shownCharacters)}…` : line;
}

function count(context: RequestContext | undefined, statement: Statement, milliseconds: number): void {
  const work = context?.database;
  if (!work) return;
  work.statements += 1;
  work.milliseconds += milliseconds;
  if (milliseconds > (work.slowest?.milliseconds ?? 0)) work.slowest = { sql: statement.sql, milliseconds };
}

function registerPool(pool: pg.Pool, registry: Registry): void {
  new Gauge({
    name: 'database_pool_connections',
    help: 'Connections to the database by state, and requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}

/**
 * Measures every statement of a pool, counts it for the request that it belongs to, and logs slow ones with their plan. The plan is
 * asked for apart from the statement, which is never carried out again.
 */
export function watchQueries({ pool, registry, logs, slowMs, isSettling }: QueryWatchOptions): void {
  registerPool(pool, registry);
  const durations = new Histogram({
    name: 'database_query_duration_seconds',
    help: 'Time that statements take, by their kind',
    labelNames: ['operation'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  const plannedAt = new Map<string, number>();
  let planning = false;

  function wantsPlan(sql: string): boolean {
    const now = Date.now();
    if (planning || pool.waitingCount > 0 || now - (plannedAt.get(sql) ?? 0) < planMilliseconds) return false;
    plannedAt.delete(sql);
    plannedAt.set(sql, now);
    for (const oldest of [...plannedAt.keys()].slice(0, Math.max(0, plannedAt.size - rememberedPlans))) plannedAt.delete(oldest);
    return true;
  }

  async function report(statement: Statement, milliseconds: number): Promise<void> {
    const log = logs.of('platform', 'sql');
    const fields = { sql: shown(statement.sql), duration_ms: Math.round(milliseconds * 10) / 10 };
    if (!wantsPlan(statement.sql)) return log.warn(fields, 'slow statement');
    planning = true;
    const plan = await explain(pool, statement).catch(() => null);
    planning = false;
    log.warn({ ...fields, ...(plan ? { plan: plan.steps, hint: plan.hint } : {}) }, 'slow statement');
  }

  observePool(pool, (statement) => {
    if (isExplain(statement.sql)) return () => undefined;
    const context = currentContext();
    const settling = isSettling();
    const work = settling ? performance.eventLoopUtilization() : undefined;
    const operation = operationOf(statement.sql);
    const span = childSpan(`sql ${operation}`, 'client', { 'db.system.name': 'postgresql', 'db.operation.name': operation });
    const started = performance.now();
    return (failed) => {
      const milliseconds = performance.now() - started;
      durations.observe({ operation }, milliseconds / 1000);
      count(context, statement, milliseconds);
      span?.end({}, failed ? new Error('statement') : undefined);
      const ownWork = work ? performance.eventLoopUtilization(work).active : 0;
      const isJudged = context !== undefined || !settling;
      if (isJudged && Math.max(0, milliseconds - ownWork) >= slowMs) void report(statement, milliseconds);
    };
  });
}
