import type { Block } from '@autograph/document';
import type { BlockDeriver } from '@autograph/editor';

/** A block of a text in which everything has a place. */
export function placedBlock(deriver: BlockDeriver, language: string, source: string): Block {
  const bare: Block = { id: 'b', language, source, x: 0, y: 0, index: 'a0', layout: {} };
  const { unplaced } = deriver.derive(bare);
  return { ...bare, layout: Object.fromEntries(unplaced.map((id, at) => [id, { x: 60 + 150 * (at % 5), y: 60 + 70 * at }])) };
}
