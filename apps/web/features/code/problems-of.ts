import type { BlockId } from '@autograph/document';
import type { Editor } from '@autograph/editor';
import { fixOf } from '@autograph/languages';
import type { Problem } from '@autograph/notes';

/** So many problems are looked at for what would mend them. */
const mostFixes = 3;

/** What is wrong with a block's text, the first few with what would mend them. */
export function problemsOf(editor: Editor, id: BlockId): readonly Problem[] {
  const block = editor.document.blocks.get(id);
  const diagnostics = editor.derivation(id)?.diagnostics ?? [];
  return diagnostics.map((problem, at) =>
    block && at < mostFixes ? { ...problem, fix: fixOf(block.language, block.source, problem) } : problem,
  );
}
