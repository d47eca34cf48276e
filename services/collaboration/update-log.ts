import { CodedError } from '@autograph/contracts';
import { type Database, documentUpdates, fileAssets, files } from '@autograph/database';
import { sql } from '@autograph/database/query.ts';
import { z } from 'zod';
import { type Brought, broughtAssets } from './brought-assets.ts';

/** An update to be kept, and who made it. */
export interface Entry extends Brought {
  /** Keep it only if the file still has this version. */
  readonly ifVersion?: number;
}

/** The durable log of one file's updates. */
export interface UpdateLog {
  /**
   * Resolves with the file's version once the update is committed. Rejects when it is not: `not_found` when the file is gone,
   * `version_conflict`, or the database's error. Updates that wait at the same time are committed together.
   */
  append(entry: Entry): Promise<number>;
  /** Resolves once everything appended so far is committed; rejects when some of it is not. */
  settled(): Promise<void>;
  /** Whether nothing waits to be committed. */
  readonly idle: boolean;
}

interface Waiting extends Entry {
  resolve(version: number): void;
  reject(error: unknown): void;
}

const Versions = z.array(z.object({ version: z.number() }));

async function fileExists(db: Database, fileId: string): Promise<boolean> {
  return (await db.$count(files, sql`${files.id} = ${fileId}`)) > 0;
}

/**
 * Commits entries in one statement with the file's new version and the pictures that they bring. The lock on the file's row puts the log's ids in commit order.
 * Of the file's columns it sets none that has an index: with one it would cost as much as indexing the whole canvas anew.
 */
async function commit(db: Database, fileId: string, entries: readonly Entry[]): Promise<number> {
  const updates = entries.map(({ update }) => Buffer.from(update.buffer, update.byteOffset, update.byteLength));
  const authors = entries.map(({ userId }) => userId);
  const ifVersion = entries[0]?.ifVersion ?? null;
  const author = authors.findLast((userId) => userId !== null) ?? null;
  const assets = await broughtAssets(db, entries);
  const result = await db.execute(sql`
    with bumped as (
      update ${files} set version = version + ${entries.length}::int, updated_by = coalesce(${author}::uuid, updated_by)
      where id = ${fileId} and (${ifVersion}::int is null or version = ${ifVersion}::int)
      returning version
    ), added as (
      insert into ${documentUpdates} (file_id, update, user_id)
      select ${fileId}::uuid, entry.update, entry.user_id
      from bumped, unnest(${sql.param(updates)}::bytea[], ${sql.param(authors)}::uuid[]) with ordinality as entry (update, user_id, place)
      order by entry.place
    ), held as (
      insert into ${fileAssets} (file_id, asset_id)
      select ${fileId}::uuid, asset_id from bumped, unnest(${sql.param([...assets])}::text[]) as asset_id
      on conflict do nothing
    )
    select version from bumped`);
  const version = Versions.parse(result.rows)[0]?.version;
  if (version !== undefined) return version;
  throw new CodedError((await fileExists(db, fileId)) ? 'version_conflict' : 'not_found');
}

/** The entries that can be committed in one statement: a condition on the version stands alone. */
function takeBatch(queue: Waiting[]): Waiting[] {
  if (queue[0]?.ifVersion !== undefined) return queue.splice(0, 1);
  const conditional = queue.findIndex((entry) => entry.ifVersion !== undefined);
  return queue.splice(0, conditional === -1 ? queue.length : conditional);
}

/**
 * Opens the log of a file. When a commit fails everything waiting behind it fails too, because it may build on what was lost;
 * `onFailure` runs first.
 */
export function openUpdateLog(db: Database, fileId: string, onFailure: () => void): UpdateLog {
  const queue: Waiting[] = [];
  let writing = false;
  let last: Promise<unknown> = Promise.resolve();

  async function drain(): Promise<void> {
    writing = true;
    while (queue.length > 0) {
      const batch = takeBatch(queue);
      try {
        const version = await commit(db, fileId, batch);
        batch.forEach((entry, at) => {
          entry.resolve(version - (batch.length - 1 - at));
        });
      } catch (error) {
        onFailure();
        for (const entry of [...batch, ...queue.splice(0)]) entry.reject(error);
      }
    }
    writing = false;
  }

  return {
    append(entry) {
      const appended = new Promise<number>((resolve, reject) => {
        queue.push({ ...entry, resolve, reject });
        if (!writing) void drain();
      });
      last = appended;
      return appended;
    },
    settled: async () => {
      if (writing) await last;
    },
    get idle() {
      return !writing && queue.length === 0;
    },
  };
}
