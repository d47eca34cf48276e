import { CodedError, getThumbnail } from '@autograph/contracts';
import { implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { openFile } from '../file-row.ts';

export function serveThumbnail(app: FastifyInstance, kit: Kit): void {
  implement(app, getThumbnail, async ({ params, identity, reply }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.read');
    const bytes = row.thumbnailKey === null ? null : await kit.storage.get('diagrams', row.thumbnailKey);
    if (bytes === null) throw new CodedError('not_found', { message: 'This file has no thumbnail yet.' });
    reply.type('image/png').header('cache-control', 'private, max-age=300');
    return bytes;
  });
}
