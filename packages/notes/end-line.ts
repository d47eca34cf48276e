import { closeCompletion, selectedCompletion } from '@codemirror/autocomplete';
import { type Extension, Prec } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';

/** Puts an offer away that is what stands there already: Enter then ends the line, as nobody would expect otherwise. */
function passCompleteWord(view: EditorView): boolean {
  const offer = selectedCompletion(view.state);
  const { head } = view.state.selection.main;
  const before = view.state.sliceDoc(view.state.doc.lineAt(head).from, head);
  if (offer && offer.apply === undefined && /[\p{L}\p{N}_-]+$/u.exec(before)?.[0] === offer.label) closeCompletion(view);
  return false;
}

/** Goes before the completions' own keys. */
export const endLine: Extension = Prec.highest(keymap.of([{ key: 'Enter', run: passCompleteWord }]));
