import { chordOf, type Editor } from '@autograph/editor';
import { clipboardActions } from './clipboard.ts';
import { modifiersOf } from './modifiers.ts';

/** The browser turns these into clipboard events, which come by themselves. */
const clipboardChords: ReadonlySet<string> = new Set(clipboardActions.flatMap(({ keys }) => keys));

/** Feeds the element's key events to the editor; those that mean something to it do not reach the browser. */
export function listenToKeys(element: HTMLElement, editor: Editor): () => void {
  const stop = new AbortController();
  const listen = (kind: 'key_down' | 'key_up') => (event: KeyboardEvent) => {
    if (event.isComposing || event.target !== element) return;
    const { key, code, repeat } = event;
    const modifiers = modifiersOf(event);
    const chord = chordOf({ key, code, modifiers });
    if (clipboardChords.has(chord)) return;
    // With nothing left to step to, neither a shape nor a target to connect to, Tab goes on to the next control of the page.
    const before = editor.selection;
    // Alt alone measures; some browsers would open their menu.
    if (key === 'Alt') event.preventDefault();
    const meant = editor.input({ kind, key, code, repeat, modifiers });
    const leaves = key === 'Tab' && editor.selection === before && editor.gesture.target === null;
    if (kind === 'key_down' && !leaves && (meant || key === ' ' || editor.keymap.at(chord).length > 0)) event.preventDefault();
  };
  element.addEventListener('keydown', listen('key_down'), { signal: stop.signal });
  element.addEventListener('keyup', listen('key_up'), { signal: stop.signal });
  // Also when the window loses the keyboard, by another window or a dialog of the browser.
  element.addEventListener('blur', () => editor.input({ kind: 'keys_lost' }), { signal: stop.signal });
  return () => stop.abort();
}
