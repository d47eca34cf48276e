import { createHash } from 'node:crypto';
import pg from 'pg';

/** From so many uses on a statement is worth its place in the memory of each connection. */
const often = 5;
/** Texts that are counted at once, and statements that are ever named: each takes memory of every connection until that closes. */
const most = 300;

/**
 * Gives statements names once a pool has used them often: PostgreSQL then reads and plans them once a connection, not at every use. Where a
 * migration has changed the type of a column meanwhile, they are prepared anew.
 */
export function prepareOften(pool: pg.Pool): void {
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  let schemas = 0;

  function nameOf(text: string): string | undefined {
    const name = names.get(text);
    if (name || names.size >= most) return name;
    const count = (uses.get(text) ?? 0) + 1;
    if (count > often) names.set(text, createHash('sha1').update(`${schemas} ${text}`).digest('base64url'));
    // Texts that vary, as with lists of many lengths, must not keep out those that come again.
    if (uses.size >= most) uses.clear();
    uses.set(text, count);
    return undefined;
  }

  function prepareAnew(): void {
    schemas += 1;
    names.clear();
    uses.clear();
  }

  pool.on('connect', (client) => {
    client.query = new Proxy(client.query, {
      apply(query, self, given: unknown[]) {
        const [statement, values, callback] = given;
        const name = isPreparable(statement, values) ? nameOf(statement.text) : undefined;
        if (!name) return Reflect.apply(query, self, given);
        const named = Object.assign({}, statement, { name });
        if (typeof callback === 'function')
          return Reflect.apply(query, self, [
            named,
            values,
            (error: unknown, result: unknown) => {
              if (!isOutdated(error)) return Reflect.apply(callback, undefined, [error, result]);
              prepareAnew();
              return Reflect.apply(query, self, given);
            },
          ]);
        return Reflect.apply(query, self, [named, values]).catch((error: unknown) => {
          if (!isOutdated(error)) throw error;
          prepareAnew();
          // Within a transaction nothing helps any more: what it says is why.
          return Reflect.apply(query, self, given).catch(() => Promise.reject(error));
        });
      },
    });
  });
}

/** Whether a statement has no name of its own, and values: one without may be several, which cannot be prepared as one. */
function isPreparable(statement: unknown, values: unknown): statement is { readonly text: string } {
  if (typeof statement !== 'object' || statement === null || 'submit' in statement) return false;
  if (!Array.isArray(values) || values.length === 0) return false;
  return 'text' in statement && typeof statement.text === 'string' && !('name' in statement && statement.name !== undefined);
}

/** `feature_not_supported`, which a prepared statement answers whose columns have other types now. */
const isOutdated = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery';
