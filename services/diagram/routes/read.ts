import { getDiagram } from '@autograph/contracts';
import { implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { diagramOf } from '../content.ts';
import { openFile } from '../file-row.ts';

export function serveRead(app: FastifyInstance, kit: Kit): void {
  implement(app, getDiagram, async ({ params, identity, reply }) => {
    const file = await openFile(kit.db, params.id, identity, 'file.read');
    const diagram = await diagramOf(kit, file, identity);
    reply.header('etag', `"${diagram.version}"`);
    return diagram;
  });
}
