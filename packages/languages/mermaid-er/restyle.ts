import type { ShapeChange } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import type { Refusal } from '../language.ts';
import { newLine } from '../mermaid/lines.ts';
import { mergedStyles, styleOfChange } from '../mermaid/style-change.ts';

/** Writes the look of a table or subgraph into the last `style` line that is about nothing else, or into a new one. */
export function restyle(source: string, name: string, change: ShapeChange): readonly TextPatch[] | Refusal {
  const styles = new Map([...styleOfChange(change)].map(([property, value]) => [property, value.replace(/\s.*/, '')]));
  if (styles.size === 0) return [];
  if (!/^(?:[^\0-\x7F]|[\w*-])+$/.test(name))
    return { refused: 'The text cannot say the colours of a name in quotes. Give it a plain name first.' };
  if ([...styles.values()].some((value) => value.includes('.')))
    return { refused: 'Style lines of an entity relationship diagram take whole numbers only.' };
  const line = new RegExp(`^[^\\S\\r\\n]*style[^\\S\\r\\n]+${name.replaceAll('*', '\\*')}[^\\S\\r\\n]+([^\\r\\n;]*)`, 'gm');
  const found = [...source.matchAll(line)].at(-1);
  const said = found?.[1]?.trimEnd();
  if (!found || !said) return [newLine(source, 'erDiagram', `style ${name} ${mergedStyles([], styles)}`)];
  const from = found.index + found[0].length - (found[1]?.length ?? 0);
  return [{ from, to: from + said.length, insert: mergedStyles(said.split(','), styles) }];
}
