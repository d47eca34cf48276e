import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type pg from 'pg';
import { z } from 'zod';

/** Rows that are read or written at once. */
const batchRows = 200;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The tables of the product, in the order of their names. */
export async function tablesOf(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public' order by tablename");
  return z
    .array(z.object({ tablename: z.string() }))
    .parse(rows)
    .map(({ tablename }) => tablename);
}

const Keys = z.array(z.object({ name: z.string(), sorted: z.boolean() }));

/** The columns of the key; words in the order of their bytes, which is the same on every server. */
async function orderOf(client: pg.ClientBase, table: string): Promise<string> {
  const { rows } = await client.query(
    `select attname as name, attcollation <> 0 as sorted from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
     where indrelid = $1::regclass and indisprimary order by array_position(indkey::int2[], attnum)`,
    [quoted(table)],
  );
  return Keys.parse(rows)
    .map(({ name, sorted }) => quoted(name) + (sorted ? ' collate "C"' : ''))
    .join(', ');
}

/** Makes the transaction write values out in full and the same on every server. */
export const writeExactly = (client: pg.ClientBase) =>
  client.query("set local timezone = 'UTC'; set local datestyle = 'ISO'; set local bytea_output = 'hex'; set local extra_float_digits = 1");

/** The rows of a table in the order of its key, each as PostgreSQL writes a row: exact for every type. */
export async function* rowsOf(client: pg.ClientBase, table: string): AsyncGenerator<readonly string[]> {
  const order = await orderOf(client, table);
  await client.query(
    `declare backup_rows no scroll cursor for select t::text as row from ${quoted(table)} t ${order && `order by ${order}`}`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${batchRows} from backup_rows`);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await client.query('close backup_rows');
}

export interface Written {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Counts and hashes rows as the backup writes them, one JSON text a line. */
function tally() {
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  return {
    add: (batch: readonly string[]): string => {
      const lines = batch.map((row) => `${JSON.stringify(row)}\n`).join('');
      hash.update(lines);
      rows += batch.length;
      bytes += Buffer.byteLength(lines);
      return lines;
    },
    result: (): Written => ({ rows, bytes, sha256: hash.digest('hex') }),
  };
}

/** Writes a table into a file. The client must be in a transaction, which decides the moment whose data this is. */
export async function writeTable(client: pg.ClientBase, table: string, path: string): Promise<Written> {
  const file = createWriteStream(path, { mode: 0o600 });
  const written = tally();
  for await (const batch of rowsOf(client, table)) if (!file.write(written.add(batch))) await once(file, 'drain');
  file.end();
  await once(file, 'close');
  return written.result();
}

/** What a table would be written as, to compare with what was. */
export async function weighTable(client: pg.ClientBase, table: string): Promise<Written> {
  const written = tally();
  for await (const batch of rowsOf(client, table)) written.add(batch);
  return written.result();
}

/** Puts a file's rows into a table of the same schema. */
export async function readTable(client: pg.ClientBase, table: string, path: string): Promise<void> {
  const name = quoted(table);
  const insert = (batch: readonly string[]) =>
    client.query(`insert into ${name} select (row).* from (select text::${name} as row from unnest($1::text[]) text offset 0) rows`, [
      batch,
    ]);
  let batch: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    batch.push(z.string().parse(JSON.parse(line)));
    if (batch.length < batchRows) continue;
    await insert(batch);
    batch = [];
  }
  if (batch.length > 0) await insert(batch);
}
