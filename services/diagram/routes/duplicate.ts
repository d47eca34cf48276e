import { CodedError, duplicateDiagram, duplicateRoom } from '@autograph/contracts';
import { files } from '@autograph/database';
import { implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { changedDiagram } from '../content.ts';
import { openFile } from '../file-row.ts';
import { fillOrRemove } from '../fill.ts';

const suffix = ' (Copy)';
const maxTitle = 200;

export function serveDuplicate(app: FastifyInstance, kit: Kit): void {
  implement(app, duplicateDiagram, async ({ params, identity }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.duplicate');
    const by = identity.user_id;
    const title = row.title.slice(0, maxTitle - suffix.length) + suffix;
    const [made] = await kit.db
      .insert(files)
      .values({ title, type: row.type, ownerId: by, createdBy: by, updatedBy: by })
      .returning({ id: files.id });
    if (!made) throw new CodedError('internal');
    const input = { params: { file_id: made.id }, query: { by }, body: { from: row.id } };
    await fillOrRemove(kit, made.id, () => kit.call(duplicateRoom, input, { identity }));
    return changedDiagram(kit, made.id, identity);
  });
}
