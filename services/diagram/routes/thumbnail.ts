import { CodedError, getThumbnail } from '@autograph/contracts';
import { implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { openFile } from '../file-row.ts';
import { type ThumbnailForm, thumbnailKey } from '../thumbnail.ts';

export function serveThumbnail(app: FastifyInstance, kit: Kit): void {
  implement(app, getThumbnail, async ({ params, query, identity, reply }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.read');
    const stored = (form: Partial<ThumbnailForm>) =>
      kit.storage.get('diagrams', thumbnailKey(row.id, { size: 'square', theme: 'light', ...form }));
    // A picture that was drawn before cards or the dark theme had theirs is shown until the next change.
    const found = async () => (await stored(query)) ?? (await stored({ size: query.size })) ?? (await stored({}));
    const bytes = row.thumbnailKey === null ? null : await found();
    if (bytes === null) throw new CodedError('not_found', { message: 'This file has no thumbnail yet.' });
    reply.type('image/png').header('cache-control', 'private, max-age=300');
    return bytes;
  });
}
