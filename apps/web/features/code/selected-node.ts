import type { BlockId } from '@autograph/document';
import type { Derivation, Editor } from '@autograph/editor';

/** The code that the one selected shape comes from: its block, and its node when it is a part of one. */
export function selectedNode(editor: Editor): { readonly block: BlockId; readonly node: string | undefined } | undefined {
  const [id, another] = editor.selection;
  if (id === undefined || another !== undefined) return undefined;
  if (editor.document.blocks.has(id)) return { block: id, node: undefined };
  const origin = editor.scene.get(id)?.origin;
  return origin && { block: origin.block_id, node: origin.node_id };
}

/** Where each part of the block stands in its text; undefined while what is shown is of an earlier text. */
export function rangesOf(editor: Editor, block: BlockId): Derivation['ranges'] | undefined {
  const derivation = editor.derivation(block);
  return derivation?.pending ? undefined : derivation?.ranges;
}

/** The part of the block whose text is the narrowest around the offset (UTF-16 units). */
export function nodeAt(ranges: Derivation['ranges'] | undefined, offset: number): string | undefined {
  let found: { node: string; size: number } | undefined;
  for (const [node, { from, to }] of ranges ?? [])
    if (from <= offset && offset <= to && (!found || to - from < found.size)) found = { node, size: to - from };
  return found?.node;
}
