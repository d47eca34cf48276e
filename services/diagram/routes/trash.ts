import { deleteDiagram, restoreDiagram } from '@autograph/contracts';
import { files } from '@autograph/database';
import { implement, type Kit } from '@autograph/service-kit';
import { eq, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { changedDiagram } from '../content.ts';
import { eraseFile } from '../erase.ts';
import { openFile } from '../file-row.ts';

/** Going to the trash and back is no edit: the time of the last change stays. */
const untouched = { updatedAt: sql`${files.updatedAt}` };

export function serveTrash(app: FastifyInstance, kit: Kit): void {
  implement(app, deleteDiagram, async ({ params, query, identity }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.delete');
    const deletedAt = row.deletedAt ?? new Date();
    if (query.permanent) await eraseFile(kit, row);
    else if (row.deletedAt === null)
      await kit.db
        .update(files)
        .set({ deletedAt, deletedBy: identity.user_id, ...untouched })
        .where(eq(files.id, row.id));
    return { id: row.id, is_deleted: true as const, deleted_at: deletedAt.toISOString(), permanent: query.permanent };
  });

  implement(app, restoreDiagram, async ({ params, identity }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.delete');
    await kit.db
      .update(files)
      .set({ deletedAt: null, deletedBy: null, ...untouched })
      .where(eq(files.id, row.id));
    return changedDiagram(kit, row.id, identity);
  });
}
