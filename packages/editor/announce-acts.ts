import { describeChanges } from './describe-changes.ts';
import { countOf } from './describe-shape.ts';
import type { DocumentChange } from './document-store.ts';
import type { Editor } from './editor.ts';
import { describeGuide } from './guides.ts';

const replayed = { undo: 'Undone', redo: 'Redone' } as const;

/** Has the editor say, after each act of this person, what has been done or selected; gives the way to stop. */
export function announceActs(editor: Editor): () => void {
  let changes: DocumentChange[] = [];
  /** What has been stored of a text under way: it is heard when it is done. */
  let typed: DocumentChange[] = [];
  let prefix = '';
  let selected = false;
  let waiting = false;
  let guide = editor.focusedGuide;
  let picked = false;

  function tell(): void {
    waiting = false;
    const done = changes.length > 0 ? describeChanges(editor.scene, changes) : null;
    const count = editor.selection.length;
    const chosen = selected && count !== 1 ? (count === 0 ? 'Nothing selected' : `${countOf(count)} selected`) : null;
    const held = picked ? editor.board.guides?.find(({ id }) => id === guide) : undefined;
    const sentence = done ?? (prefix ? null : held ? describeGuide(held) : chosen);
    const said = [prefix, sentence].filter(Boolean).join(': ');
    changes = [];
    prefix = '';
    selected = false;
    picked = false;
    if (said) editor.announce(said);
  }

  /** Once the act is over: what follows from it belongs to it. */
  function soon(): void {
    if (waiting) return;
    waiting = true;
    void Promise.resolve().then(tell);
  }

  const stopDocument = editor.document.subscribe((change) => {
    if (change.origin === 'remote') return;
    if (change.origin === 'history' && editor.replaying) prefix = replayed[editor.replaying];
    const text = editor.editing?.shape_id;
    if (text !== undefined && change.shapes.has(text)) {
      typed.push(change);
      return;
    }
    changes.push(change);
    soon();
  });
  const stopSelection = editor.subscribe((what) => {
    if (what === 'editing' && !editor.editing && typed.length > 0) {
      changes.push(...typed);
      typed = [];
      soon();
    }
    if (editor.focusedGuide !== guide) {
      guide = editor.focusedGuide;
      picked = guide !== null;
      if (picked) soon();
    }
    if (what !== 'selection') return;
    selected = true;
    soon();
  });
  return () => {
    stopDocument();
    stopSelection();
  };
}
