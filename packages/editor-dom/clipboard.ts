import { cutAway, type Editor } from '@autograph/editor';
import { deliver, readDelivery, type TakeIn } from './take-in.ts';

/** The keys that browsers turn into clipboard events: they cannot be given to anything else. */
export const clipboardActions = [
  { id: 'copy', label: 'Copy', group: 'edit', keys: ['mod+c'] },
  { id: 'cut', label: 'Cut', group: 'edit', keys: ['mod+x'] },
  { id: 'paste', label: 'Paste', group: 'edit', keys: ['mod+v'] },
] as const;

function isEditing(element: EventTarget | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)
  );
}

export interface ClipboardOptions {
  readonly takeIn?: TakeIn | undefined;
  /** After shapes have been put on the clipboard. */
  readonly onCopy?: ((count: number) => void) | undefined;
}

/** Lets the element copy, cut and paste through the system's clipboard while it has the focus. */
export function listenToClipboard(element: HTMLElement, editor: Editor, { takeIn, onCopy }: ClipboardOptions = {}): () => void {
  const stop = new AbortController();
  const here = (event: ClipboardEvent) => !isEditing(event.target) && document.activeElement === element;
  const copy = (event: ClipboardEvent): boolean => {
    if (!here(event) || editor.selection.length === 0) return false;
    event.clipboardData?.setData('text/plain', editor.copy());
    event.preventDefault();
    onCopy?.(editor.selection.length);
    return true;
  };
  document.addEventListener('copy', copy, { signal: stop.signal });
  document.addEventListener(
    'cut',
    (event) => {
      if (copy(event)) cutAway(editor, editor.selection);
    },
    { signal: stop.signal },
  );
  document.addEventListener(
    'paste',
    (event) => {
      if (!here(event) || !event.clipboardData) return;
      if (deliver(editor, readDelivery(event.clipboardData), takeIn)) event.preventDefault();
    },
    { signal: stop.signal },
  );
  return () => stop.abort();
}
