import { defineService, type Kit, ports, reportFailedJobs } from '@autograph/service-kit';
import { startEarlierPictures } from './earlier-pictures.ts';
import { emptyTrash, emptyTrashJob } from './erase.ts';
import { serveAssets } from './routes/assets.ts';
import { serveBlocks } from './routes/blocks.ts';
import { serveCreate } from './routes/create.ts';
import { serveDuplicate } from './routes/duplicate.ts';
import { serveImports } from './routes/imports.ts';
import { serveList } from './routes/list.ts';
import { serveRead } from './routes/read.ts';
import { serveShares } from './routes/shares.ts';
import { serveFileTeam } from './routes/team.ts';
import { serveThumbnail } from './routes/thumbnail.ts';
import { serveTrash } from './routes/trash.ts';
import { serveUpdate } from './routes/update.ts';
import { drawThumbnail, thumbnailJob } from './thumbnail-job.ts';

const routes = [
  serveList,
  serveCreate,
  serveRead,
  serveUpdate,
  serveBlocks,
  serveImports,
  serveTrash,
  serveDuplicate,
  serveShares,
  serveFileTeam,
  serveThumbnail,
  serveAssets,
];

async function startJobs(kit: Kit): Promise<void> {
  await kit.jobs.work(thumbnailJob, ({ file_id }) => drawThumbnail(kit, file_id));
  await kit.jobs.work(emptyTrashJob, () => emptyTrash(kit, new Date()));
  await kit.jobs.schedule(emptyTrashJob, '30 3 * * *', {});
  await startEarlierPictures(kit);
}

/** Files: their names, lists, trash and access. Their content lives in the collaboration service's rooms. */
export const diagram = defineService({
  name: 'diagram',
  port: ports.diagram,
  register: async (app, kit) => {
    for (const serve of routes) serve(app, kit);
    startJobs(kit).catch(reportFailedJobs(kit.log));
  },
});
