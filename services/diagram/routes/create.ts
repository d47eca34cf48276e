import { CodedError, createDiagram, seedRoom } from '@autograph/contracts';
import { files } from '@autograph/database';
import { can, implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { changedDiagram } from '../content.ts';
import { fillOrRemove } from '../fill.ts';
import { identified, pathInBody, pointed } from '../pointed.ts';

export function serveCreate(app: FastifyInstance, kit: Kit): void {
  implement(app, createDiagram, async ({ body: { title, type, ...given }, identity }) => {
    const content = identified(given);
    if (!can(identity, 'file.create')) throw new CodedError('forbidden', { message: 'Your role may read files but not make them.' });
    const by = identity.user_id;
    const [made] = await kit.db
      .insert(files)
      .values({ title, type, ownerId: by, createdBy: by, updatedBy: by })
      .returning({ id: files.id });
    if (!made) throw new CodedError('internal');
    const hasContent = Object.values(content).some((part) => part !== undefined);
    const input = { params: { file_id: made.id }, query: { by }, body: content };
    if (hasContent) await fillOrRemove(kit, made.id, () => kit.call(seedRoom, input, { identity }).catch(pointed(pathInBody(content))));
    return changedDiagram(kit, made.id, identity);
  });
}
