import { exportDiagram, readRoom } from '@autograph/contracts';
import { files, users } from '@autograph/database';
import { eq, sql } from '@autograph/database/query.ts';
import { defineJob, type Identity, type Kit } from '@autograph/service-kit';
import { z } from 'zod';
import type { FileRow } from './file-row.ts';
import { fitThumbnail, thumbnailKey, thumbnailSizes } from './thumbnail.ts';

/** Draws a file's thumbnails anew. */
export const thumbnailJob = defineJob({ name: 'diagram-thumbnail', data: z.object({ file_id: z.uuid() }), retries: 2 });

type Drawn = Pick<FileRow, 'id' | 'version' | 'thumbnailVersion'>;

/** Asks for the thumbnails of files that have changed since theirs were drawn. Does not wait, and a failure only costs the picture. */
export function refreshThumbnails(kit: Kit, rows: readonly Drawn[]): void {
  const stale = rows.filter((row) => (row.thumbnailVersion ?? 0) < row.version);
  Promise.all(stale.map(({ id }) => kit.jobs.send(thumbnailJob, { file_id: id }, { key: id }))).catch((error: unknown) =>
    kit.log.warn({ err: error }, 'thumbnails are not drawn'),
  );
}

/** Draws what the export service makes of the board, for the owner's eyes, and remembers the version that it shows. */
export async function drawThumbnail(kit: Kit, fileId: string): Promise<void> {
  const [row] = await kit.db
    .select({ version: files.version, drawn: files.thumbnailVersion, owner: users })
    .from(files)
    .innerJoin(users, eq(users.id, files.ownerId))
    .where(eq(files.id, fileId));
  if (!row || (row.drawn ?? 0) >= row.version) return;
  const { canvas_data, version } = await kit.call(readRoom, { params: { file_id: fileId } });
  const key = canvas_data.shapes.length === 0 ? null : thumbnailKey(fileId, 'square');
  if (key !== null) {
    const { id, name, email, role } = row.owner;
    const identity: Identity = { user_id: id, name, email, role, session_id: '' };
    const picture = await kit.call(exportDiagram, { params: { id: fileId }, query: {} }, { identity });
    const whole = new Uint8Array(await picture.arrayBuffer());
    for (const size of thumbnailSizes)
      await kit.storage.put('diagrams', thumbnailKey(fileId, size), await fitThumbnail(whole, size), { contentType: 'image/png' });
  }
  const drawn = { thumbnailKey: key, thumbnailVersion: Math.max(version, row.version), updatedAt: sql`${files.updatedAt}` };
  await kit.db.update(files).set(drawn).where(eq(files.id, fileId));
}
