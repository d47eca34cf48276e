import type { EditorState, Range } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import type { SyntaxNode } from '@lezer/common';

/** Room of an item's marker, em: for a bullet or a box, and for the widest number of its list. */
function hangOf(list: SyntaxNode | null): number {
  const mark = list?.lastChild?.getChild('ListMark');
  return list?.name === 'OrderedList' && mark ? Math.max(1.6, 0.6 * (mark.to - mark.from - 1) + 0.75) : 1.6;
}

/** Room of the markers of the items that an item stands in, em. */
function outerHang(item: SyntaxNode): number {
  let outer = 0;
  for (let above = item.parent?.parent; above; above = above.parent) if (above.name === 'ListItem') outer += hangOf(above.parent);
  return outer;
}

/** Inclusive at its start: it holds the bullet that stands for the mark, too. */
const room = (em: number) => Decoration.mark({ class: 'cm-md-marker', inclusiveStart: true, attributes: { style: `min-width:${em}em` } });

/** Lets what follows the marker of an item wrap under itself, and not under the marker. */
export function* listLine(state: EditorState, item: SyntaxNode): Generator<Range<Decoration>> {
  const mark = item.getChild('ListMark');
  if (!mark) return;
  const line = state.doc.lineAt(mark.from);
  // An item in the very line of its parent's marker, such as "- - a", stays as it is written.
  if (line.text.slice(0, mark.from - line.from).trim() !== '') return;
  const own = hangOf(item.parent);
  const outer = outerHang(item);
  const after = /^\s*(\[[ xX]\]\s?)?/.exec(state.sliceDoc(mark.to, line.to))?.[0].length ?? 0;
  yield Decoration.line({ class: 'cm-md-item', attributes: { style: `--hang:${own + outer}em` } }).range(line.from);
  if (outer > 0 && line.from < mark.from) yield room(outer).range(line.from, mark.from);
  yield room(own).range(mark.from, mark.to + after);
}
