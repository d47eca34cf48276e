import { exportDiagram, readRoom } from '@autograph/contracts';
import { files, users } from '@autograph/database';
import { eq, sql } from '@autograph/database/query.ts';
import { createRecent, defineJob, type Identity, type Jobs, type Kit, type Log } from '@autograph/service-kit';
import { z } from 'zod';
import type { FileRow } from './file-row.ts';
import { fitThumbnail, thumbnailKey, thumbnailSizes, thumbnailThemes } from './thumbnail.ts';

/** Draws a file's thumbnails anew. */
export const thumbnailJob = defineJob({ name: 'diagram-thumbnail', data: z.object({ file_id: z.uuid() }), retries: 2 });

type Drawn = Pick<FileRow, 'id' | 'version' | 'thumbnailVersion'>;

/** How long a thumbnail that was asked for may be under way before it is asked for again, ms. */
const patience = 10_000;

/**
 * Gives what asks for the thumbnails of files that have changed since theirs were drawn, once a version. It does not wait, and a failure
 * only costs the picture.
 */
export function createThumbnailRefresh({
  jobs,
  log,
}: {
  readonly jobs: Pick<Jobs, 'send'>;
  readonly log: Pick<Log, 'warn'>;
}): (rows: readonly Drawn[]) => void {
  const asked = createRecent<{ readonly version: number; readonly until: number }>(10_000);

  function ask({ id, version }: Drawn): Promise<void> {
    asked.set(id, { version, until: Date.now() + patience });
    return jobs.send(thumbnailJob, { file_id: id }, { key: id });
  }

  return (rows) => {
    const stale = rows.filter((row) => {
      const before = asked.get(row.id);
      const isUnderWay = before !== undefined && before.version >= row.version && before.until > Date.now();
      return (row.thumbnailVersion ?? 0) < row.version && !isUnderWay;
    });
    Promise.all(stale.map(ask)).catch((error: unknown) => log.warn({ err: error }, 'thumbnails are not drawn'));
  };
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
  const key = canvas_data.shapes.length === 0 ? null : thumbnailKey(fileId, { size: 'square', theme: 'light' });
  if (key !== null) {
    const { id, name, email, role } = row.owner;
    const identity: Identity = { user_id: id, name, email, role, session_id: '' };
    for (const theme of thumbnailThemes) {
      const picture = await kit.call(exportDiagram, { params: { id: fileId }, query: { theme } }, { identity });
      const whole = new Uint8Array(await picture.arrayBuffer());
      for (const size of thumbnailSizes) {
        const fitted = await fitThumbnail(whole, size);
        await kit.storage.put('diagrams', thumbnailKey(fileId, { size, theme }), fitted, { contentType: 'image/png' });
      }
    }
  }
  const drawn = { thumbnailKey: key, thumbnailVersion: Math.max(version, row.version), updatedAt: sql`${files.updatedAt}` };
  await kit.db.update(files).set(drawn).where(eq(files.id, fileId));
}
