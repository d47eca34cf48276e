import type { BlockId } from '@autograph/document';
import type { Editor } from '@autograph/editor';
import { detectLanguage } from '@autograph/languages';

export interface ListedBlock {
  readonly id: BlockId;
  readonly label: string;
  readonly errors: number;
}

/** The code blocks of the board from top to bottom, by kind; numbered where a kind occurs more than once. */
export function listBlocks(editor: Editor): readonly ListedBlock[] {
  const blocks = [...editor.document.blocks.values()].sort((a, b) => a.y - b.y || a.x - b.x);
  const kinds = blocks.map(({ language, source }) => detectLanguage(language, source)?.label ?? 'Diagram');
  return blocks.map(({ id }, index) => {
    const kind = kinds[index] ?? '';
    const same = kinds.filter((other) => other === kind).length;
    const number = kinds.slice(0, index + 1).filter((other) => other === kind).length;
    return {
      id,
      label: same > 1 ? `${kind} ${number}` : kind,
      errors: editor.derivation(id)?.diagnostics.filter(({ severity }) => severity === 'error').length ?? 0,
    };
  });
}
