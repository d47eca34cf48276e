import { AsyncResource } from 'node:async_hooks';
import type pg from 'pg';

/** A statement that is sent to the database. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Told of each statement as it is sent; the result is told how it ended. */
export type StatementObserver = (statement: Statement) => (failed: boolean) => void;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads the ways in which pg takes a statement; null for those that bring their own way to be sent. */
function statementOf([first, second]: readonly unknown[]): Statement | null {
  const given = Array.isArray(second) ? second : [];
  if (typeof first === 'string') return { sql: first, values: given };
  if (!isRecord(first) || typeof first.text !== 'string' || typeof first.submit === 'function') return null;
  return { sql: first.text, values: Array.isArray(first.values) ? first.values : given };
}

function observeClient(client: pg.PoolClient, observe: StatementObserver): void {
  const send: unknown = Reflect.get(client, 'query');
  if (typeof send !== 'function') return;
  const observed = (...args: unknown[]): unknown => {
    const statement = statementOf(args);
    if (!statement) return Reflect.apply(send, client, args);
    const end = observe(statement);
    const done = args.at(-1);
    if (typeof done === 'function') {
      args[args.length - 1] = (error: unknown, ...rest: unknown[]) => {
        end(Boolean(error));
        Reflect.apply(done, undefined, [error, ...rest]);
      };
      return Reflect.apply(send, client, args);
    }
    const answer: unknown = Reflect.apply(send, client, args);
    if (answer instanceof Promise)
      answer.then(
        () => end(false),
        () => end(true),
      );
    return answer;
  };
  Object.defineProperty(client, 'query', { value: observed, configurable: true, writable: true });
}

/** Tells an observer of every statement that goes through a pool, by whatever library. */
export function observePool(pool: pg.Pool, observe: StatementObserver): void {
  pool.on('connect', (client) => observeClient(client, observe));
  // A query that waits for a connection is sent when another gives one back: without this, in that other's name.
  const connect: unknown = Reflect.get(pool, 'connect');
  if (typeof connect !== 'function') return;
  const bound = (...args: unknown[]): unknown => {
    const [done] = args;
    if (typeof done !== 'function') return Reflect.apply(connect, pool, args);
    const inPlace = (...given: unknown[]): unknown => Reflect.apply(done, undefined, given);
    return Reflect.apply(connect, pool, [AsyncResource.bind(inPlace)]);
  };
  Object.defineProperty(pool, 'connect', { value: bound, configurable: true, writable: true });
}
