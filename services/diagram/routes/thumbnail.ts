import { CodedError, getThumbnail } from '@autograph/contracts';
import { implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { openFile } from '../file-row.ts';
import { type ThumbnailSize, thumbnailKey } from '../thumbnail.ts';

export function serveThumbnail(app: FastifyInstance, kit: Kit): void {
  implement(app, getThumbnail, async ({ params, query, identity, reply }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.read');
    const stored = (size: ThumbnailSize) => kit.storage.get('diagrams', thumbnailKey(row.id, size));
    // A picture that was drawn before cards had theirs is shown until the next change.
    const bytes = row.thumbnailKey === null ? null : ((await stored(query.size)) ?? (await stored('square')));
    if (bytes === null) throw new CodedError('not_found', { message: 'This file has no thumbnail yet.' });
    reply.type('image/png').header('cache-control', 'private, max-age=300');
    return bytes;
  });
}
