import type { BlockId } from '@autograph/document';
import type { Diagnostic, Editor } from '@autograph/editor';
import { fixOf, isHeavyText, mostFixes } from '@autograph/languages';

/** What is wrong with a block's text, the first few with what would mend them: for heavy texts that was found where they were read. */
export function problemsOf(editor: Editor, id: BlockId): readonly Diagnostic[] {
  const block = editor.document.blocks.get(id);
  const { diagnostics = [], pending } = editor.derivation(id) ?? {};
  // What was found in an earlier text would be mended at the wrong place.
  if (pending) return diagnostics.map(({ fix: _, ...problem }) => problem);
  if (!block || isHeavyText(block.source)) return diagnostics;
  return diagnostics.map((problem, at) => {
    const fix = at < mostFixes ? fixOf(block.language, block.source, problem) : undefined;
    return fix ? { ...problem, fix } : problem;
  });
}
