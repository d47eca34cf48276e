import { listDiagrams } from '@autograph/contracts';
import { grantsIn, implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { findFiles } from '../find-files.ts';
import { summaryOf } from '../summary.ts';
import { createThumbnailRefresh } from '../thumbnail-job.ts';

export function serveList(app: FastifyInstance, kit: Kit): void {
  const refreshThumbnails = createThumbnailRefresh(kit);
  implement(app, listDiagrams, async ({ query, identity }) => {
    const { rows, total } = await findFiles(kit.db, { ...query, userId: identity.user_id });
    refreshThumbnails(rows);
    const items = rows.map((row) => ({
      ...summaryOf({ row, grants: grantsIn(row, identity.user_id) }, identity),
      ...(row.found !== null && { found: row.found }),
    }));
    const { page, per_page } = query;
    return { items, total, page, per_page, pages: Math.ceil(total / per_page) };
  });
}
