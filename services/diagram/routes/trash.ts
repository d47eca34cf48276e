import { accessChannel, deleteDiagram, restoreDiagram } from '@autograph/contracts';
import { files } from '@autograph/database';
import { eq, sql } from '@autograph/database/query.ts';
import { implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { changedDiagram } from '../content.ts';
import { eraseFile } from '../erase.ts';
import { openFile } from '../file-row.ts';

/** Into the trash (a time) or out of it (null). That is no edit: the time of the last change stays. */
async function moveFile(kit: Kit, id: string, deletedAt: Date | null, by: string): Promise<void> {
  const change = { deletedAt, deletedBy: deletedAt && by, updatedAt: sql`${files.updatedAt}` };
  await kit.db.update(files).set(change).where(eq(files.id, id));
  await kit.pubsub.publish(accessChannel(id), '');
}

export function serveTrash(app: FastifyInstance, kit: Kit): void {
  implement(app, deleteDiagram, async ({ params, query, identity }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.delete');
    const deletedAt = row.deletedAt ?? new Date();
    if (query.permanent) await eraseFile(kit, row.id);
    else if (row.deletedAt === null) await moveFile(kit, row.id, deletedAt, identity.user_id);
    return { id: row.id, is_deleted: true as const, deleted_at: deletedAt.toISOString(), permanent: query.permanent };
  });

  implement(app, restoreDiagram, async ({ params, identity }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.delete');
    await moveFile(kit, row.id, null, identity.user_id);
    return changedDiagram(kit, row.id, identity);
  });
}
