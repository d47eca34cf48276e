import { StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** Marks the text that a selected shape comes from; null unmarks. */
export const showLinkedRange = StateEffect.define<{ from: number; to: number } | null>();

const mark = Decoration.mark({ class: 'cm-linked' });

export const linkedRange = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects)
      if (effect.is(showLinkedRange))
        next =
          effect.value && effect.value.from < effect.value.to
            ? Decoration.set([mark.range(effect.value.from, effect.value.to)])
            : Decoration.none;
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Marks the lines that the shape under the pointer comes from; null unmarks. */
export const showHoveredLines = StateEffect.define<{ from: number; to: number } | null>();

const line = Decoration.line({ class: 'cm-hovered-line' });

/** So many lines are marked at most: a frame's may be all there are. */
const mostLines = 200;

export const hoveredLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects)
      if (effect.is(showHoveredLines)) next = effect.value ? linesAt(transaction.newDoc, effect.value) : Decoration.none;
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function linesAt(doc: Text, { from, to }: { readonly from: number; readonly to: number }): DecorationSet {
  const first = doc.lineAt(from).number;
  const last = Math.min(doc.lineAt(to).number, first + mostLines);
  return Decoration.set(Array.from({ length: last - first + 1 }, (_, i) => line.range(doc.line(first + i).from)));
}
