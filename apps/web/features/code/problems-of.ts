import type { BlockId } from '@autograph/document';
import type { Diagnostic, Editor } from '@autograph/editor';

/** What is wrong with a block's text, the first few with what would mend them. */
export function problemsOf(editor: Editor, id: BlockId): readonly Diagnostic[] {
  const { diagnostics = [], pending } = editor.derivation(id) ?? {};
  // What was found in an earlier text would be mended at the wrong place.
  return pending ? diagnostics.map(({ fix: _, ...problem }) => problem) : diagnostics;
}
