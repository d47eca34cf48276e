import type { BlockId } from '@autograph/document';
import type { Editor } from '@autograph/editor';

/** The code that the one selected shape comes from: its block, and its node when it is a part of one. */
export function selectedNode(editor: Editor): { readonly block: BlockId; readonly node: string | undefined } | undefined {
  const [id, another] = editor.selection;
  if (id === undefined || another !== undefined) return undefined;
  if (editor.document.blocks.has(id)) return { block: id, node: undefined };
  const origin = editor.scene.get(id)?.origin;
  return origin && { block: origin.block_id, node: origin.node_id };
}

/** The part of the block whose text is the narrowest around the offset (UTF-16 units). */
export function nodeAt(editor: Editor, block: BlockId, offset: number): string | undefined {
  let found: { node: string; size: number } | undefined;
  for (const [node, { from, to }] of editor.derivation(block)?.ranges ?? [])
    if (from <= offset && offset <= to && (!found || to - from < found.size)) found = { node, size: to - from };
  return found?.node;
}
