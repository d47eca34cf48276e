import { type Database, documentUpdates, files } from '@autograph/database';
import { eq, max, sql } from '@autograph/database/query.ts';
import * as Y from 'yjs';
import type { Drafter } from './canvas.ts';
import { project, storeProjection } from './projection.ts';
import { loadDocument } from './stored-document.ts';

/**
 * Projects the files that were edited after their last projection, as a killed process leaves them. Gives how many there were.
 * Harmless beside writers: a room that is open projects again after its next edit.
 */
export async function recoverProjections(db: Database, drafter: Drafter): Promise<number> {
  const lastEdit = max(documentUpdates.createdAt);
  const stale = await db
    .select({ fileId: documentUpdates.fileId, lastEdit })
    .from(documentUpdates)
    .innerJoin(files, eq(files.id, documentUpdates.fileId))
    .groupBy(documentUpdates.fileId, files.updatedAt)
    // Times pass through JavaScript, which knows milliseconds only.
    .having(sql`date_trunc('milliseconds', ${lastEdit}) > date_trunc('milliseconds', ${files.updatedAt})`);
  for (const { fileId, lastEdit: editedAt } of stale) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, (await loadDocument(db, fileId)).state);
    await storeProjection(db, fileId, await project(doc, drafter), editedAt);
    doc.destroy();
  }
  return stale.length;
}
