import { StateEffect, StateField } from '@codemirror/state';
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
