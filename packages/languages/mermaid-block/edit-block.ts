import type { ShapeChange } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import type { Patches } from '../collect-edits.ts';
import { quotedSource } from '../mermaid/label.ts';
import { newLine } from '../mermaid/lines.ts';
import { mergedStyles, styleKeys, styleOfChange } from '../mermaid/style-change.ts';
import type { BlockNode } from './model.ts';
import { blockText, shapes } from './view.ts';

const sayable: ReadonlySet<string> = new Set(['text', 'outline', ...styleKeys]);

/** The patches for the words, the shape and the look of a block. */
export function changeBlock(source: string, block: BlockNode, said: ShapeChange): Patches {
  if (Object.keys(said).some((key) => !sayable.has(key)))
    return { refused: 'This is said by the text of a block diagram: change it there.' };
  const [patches, styles] = [rewrite(block, said), restyle(source, block, said)];
  if ('refused' in patches) return patches;
  return 'refused' in styles ? styles : [...patches, ...styles];
}

/** Other words between the quotes, or other brackets around them; both where there were none. */
function rewrite(block: BlockNode, { text, outline }: ShapeChange): Patches {
  const words = text === undefined ? undefined : (text ?? '').trim();
  const renamed = words !== undefined && words !== blockText(block);
  const brackets = typeof outline === 'string' ? bracketsOf(outline) : undefined;
  if (outline !== undefined && !brackets) return { refused: 'Mermaid’s block diagrams know no such shape.' };
  if (!renamed && !brackets) return [];
  if (renamed && words === '' && block.children.length === 0 && block.type !== 'block_arrow')
    return { refused: 'A block needs words. Delete it instead.' };
  // A block that becomes one around others has the words of that statement, whatever was said before.
  const mention = block.type === 'composite' ? block.mentions.at(-1) : (block.mentions.findLast(({ label }) => label) ?? block.mentions[0]);
  if (!mention) return { refused: 'This block has no name to write words behind: give it one in the text, as in block:name.' };
  const insert = quotedSource(renamed ? words || ' ' : blockText(block)).replace(/%(?=%)/g, '#37;');
  if (!mention.label || !mention.brackets) {
    const [opening, closing] = brackets ?? ['[', ']'];
    return [{ from: mention.name.to, to: mention.name.to, insert: `${opening}"${insert}"${closing}` }];
  }
  const { label, brackets: whole } = mention;
  return [
    ...(brackets ? [{ from: whole.from, to: label.from - 1, insert: brackets[0] }] : []),
    ...(renamed ? [{ ...label, insert }] : []),
    ...(brackets ? [{ from: label.to + 1, to: whole.to, insert: brackets[1] }] : []),
  ];
}

function bracketsOf(outline: string): readonly [string, string] | undefined {
  const found = Object.values(shapes).find(([name]) => name === outline);
  return found && [found[1], found[2]];
}

/** The outlines that brackets can write. */
export const forms: ReadonlySet<string> = new Set(Object.values(shapes).map(([outline]) => outline));

function restyle(source: string, { id, ownStyles, styles }: BlockNode, said: ShapeChange): Patches {
  const changed = styleOfChange(said);
  if (changed.size === 0) return [];
  if (id === undefined || !/^\w+$/.test(id)) return { refused: 'Mermaid gives styles to blocks whose names are letters and digits only.' };
  const merged = mergedStyles(ownStyles ? styles : [], changed);
  const patch: TextPatch = ownStyles ? { ...ownStyles, insert: merged } : newLine(source, 'block', `style ${id} ${merged}`);
  return [patch];
}
