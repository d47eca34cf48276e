import { addBlock, CodedError, updateBlock, writeRoom } from '@autograph/contracts';
import { type Identity, implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { forgetContent } from '../content.ts';
import { openFile } from '../file-row.ts';
import { pointed } from '../pointed.ts';

type BlockChange =
  | { readonly add_block: { language?: string | undefined; source: string; x?: number; y?: number } }
  | { readonly set_block: { id: string; source: string } };

/** Has the room parse, lay out and draw a block; what does not parse changes nothing. */
export async function changeBlock(kit: Kit, fileId: string, change: BlockChange, identity: Identity) {
  const { row } = await openFile(kit.db, fileId, identity, 'file.edit');
  const input = { params: { file_id: row.id }, query: { by: identity.user_id }, body: change };
  const { block, shapes, version } = await kit.call(writeRoom, input, { identity }).catch(pointed(() => 'body.source'));
  await forgetContent(kit, row.id);
  if (!block || !shapes) throw new CodedError('internal');
  return { block, shapes, version };
}

export function serveBlocks(app: FastifyInstance, kit: Kit): void {
  implement(app, addBlock, ({ params, body, identity }) => changeBlock(kit, params.id, { add_block: body }, identity));
  implement(app, updateBlock, ({ params, body, identity }) =>
    changeBlock(kit, params.id, { set_block: { id: params.block_id, source: body.source } }, identity),
  );
}
