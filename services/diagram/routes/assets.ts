import { createHash } from 'node:crypto';
import { CodedError, getAsset, uploadAsset } from '@autograph/contracts';
import { fileAssets } from '@autograph/database';
import { implement, type Kit, visibleAssets } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { openFile } from '../file-row.ts';
import { pictureType } from '../picture-type.ts';

const keyOf = (id: string) => `pictures/${id}`;

/** Pictures of boards. They outlive the file they came with: copies of its shapes name them too. */
export function serveAssets(app: FastifyInstance, kit: Kit): void {
  implement(app, uploadAsset, async ({ params, body, identity }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.edit');
    const bytes = Buffer.from(body.data, 'base64');
    const mime = pictureType(bytes);
    if (!mime) throw new CodedError('unsupported_media_type', { message: 'Boards show PNG, JPEG, GIF and WebP pictures.' });
    const id = createHash('sha256').update(bytes).digest('hex');
    await kit.storage.put('uploads', keyOf(id), bytes, { contentType: mime });
    await kit.db.insert(fileAssets).values({ fileId: row.id, assetId: id }).onConflictDoNothing();
    return { id, mime };
  });

  implement(app, getAsset, async ({ params, identity, request, reply }) => {
    const visible = await visibleAssets(kit.db, identity, [params.id]);
    if (!visible.has(params.id)) throw new CodedError('not_found');
    // The bytes never change, but who may see them does: browsers keep them and ask each time.
    const etag = `"${params.id}"`;
    reply.header('cache-control', 'private, no-cache').header('etag', etag);
    if (request.headers['if-none-match'] === etag) {
      reply.code(304);
      return new Uint8Array();
    }
    const bytes = await kit.storage.get('uploads', keyOf(params.id));
    const mime = bytes === null ? undefined : pictureType(bytes);
    if (!bytes || !mime) throw new CodedError('not_found');
    reply.type(mime);
    return bytes;
  });
}
