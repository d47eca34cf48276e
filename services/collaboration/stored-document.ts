import { CodedError } from '@autograph/contracts';
import { type Database, documentSnapshots, documentUpdates, files } from '@autograph/database';
import { and, asc, eq, gt, inArray, sql } from '@autograph/database/query.ts';
import * as Y from 'yjs';

/** A file's document as the database has it. */
export interface StoredDocument {
  /** One Yjs update that holds everything. */
  readonly state: Uint8Array;
  readonly version: number;
  /** Log entries that are not compacted yet. */
  readonly updates: number;
}

/** Log entries beyond which a file is worth compacting. */
export const compactAfter = 200;

/** Reads a file's document. Throws `not_found`. */
export async function loadDocument(db: Database, fileId: string): Promise<StoredDocument> {
  return db.transaction(
    async (transaction) => {
      const [file] = await transaction.select({ version: files.version }).from(files).where(eq(files.id, fileId));
      if (file === undefined) throw new CodedError('not_found');
      const [snapshot] = await transaction.select().from(documentSnapshots).where(eq(documentSnapshots.fileId, fileId));
      const rows = await transaction
        .select({ update: documentUpdates.update })
        .from(documentUpdates)
        .where(and(eq(documentUpdates.fileId, fileId), gt(documentUpdates.id, snapshot?.lastUpdateId ?? 0n)))
        .orderBy(asc(documentUpdates.id));
      const parts = rows.map((row) => row.update);
      if (snapshot !== undefined) parts.unshift(snapshot.state);
      return { state: mergeAll(parts), version: file.version, updates: rows.length };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** A file's version in the database. Throws `not_found`. */
export async function storedVersion(db: Database, fileId: string): Promise<number> {
  const [file] = await db.select({ version: files.version }).from(files).where(eq(files.id, fileId));
  if (file === undefined) throw new CodedError('not_found');
  return file.version;
}

/** Merges updates by integrating them, which also drops what was deleted; far faster than `mergeUpdates` for many small ones. */
function mergeAll(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part);
  });
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

/** Folds a file's log into its snapshot and drops the folded entries. Safe beside writers and other instances; a file that is gone is left alone. */
export async function compactDocument(db: Database, fileId: string): Promise<void> {
  await db.transaction(async (transaction) => {
    const [file] = await transaction.select({ version: files.version }).from(files).where(eq(files.id, fileId)).for('update');
    if (file === undefined) return;
    const [snapshot] = await transaction.select().from(documentSnapshots).where(eq(documentSnapshots.fileId, fileId));
    const rows = await transaction
      .select({ id: documentUpdates.id, update: documentUpdates.update })
      .from(documentUpdates)
      .where(eq(documentUpdates.fileId, fileId))
      .orderBy(asc(documentUpdates.id));
    const last = rows.at(-1);
    if (last === undefined) return;
    const state = mergeAll([...(snapshot === undefined ? [] : [snapshot.state]), ...rows.map((row) => row.update)]);
    const values = { state, lastUpdateId: last.id, fileVersion: file.version };
    await transaction
      .insert(documentSnapshots)
      .values({ fileId, ...values })
      .onConflictDoUpdate({ target: documentSnapshots.fileId, set: { ...values, updatedAt: sql`now()` } });
    const folded = rows.map((row) => row.id);
    for (let at = 0; at < folded.length; at += 1_000) {
      await transaction.delete(documentUpdates).where(inArray(documentUpdates.id, folded.slice(at, at + 1_000)));
    }
  });
}
