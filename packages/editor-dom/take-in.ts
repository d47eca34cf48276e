import type { Editor } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';

/** What was pasted or dropped on the board. */
export interface Delivery {
  readonly text: string;
  readonly files: readonly File[];
  /** Page px; where the pointer let go, absent for a paste. */
  readonly at?: Vec;
}

/** Takes a delivery in; tells whether it was of a kind it knows. What it leaves goes to the editor as text. */
export type TakeIn = (delivery: Delivery) => boolean;

/** What a transfer delivers. */
export function readDelivery(transfer: DataTransfer, at?: Vec): Delivery {
  return deliveryOf({ text: transfer.getData('text/plain'), html: transfer.getData('text/html'), files: [...transfer.files] }, at);
}

/** What is delivered by the forms in which something is offered; a table in the HTML counts as rows and tab-separated columns. */
export function deliveryOf({ text, html, files }: { text: string; html: string; files: readonly File[] }, at?: Vec): Delivery {
  return { text: (html ? tableText(html) : undefined) ?? text, files, ...(at && { at }) };
}

function tableText(html: string): string | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  const rows = [...(table?.rows ?? [])].map((row) => [...row.cells].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns < 2) return undefined;
  return rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => '')].join('\t')).join('\n');
}

/** Hands a delivery over; gives whether anything was taken in. */
export function deliver(editor: Editor, delivery: Delivery, takeIn: TakeIn | undefined): boolean {
  if (editor.readOnly) return false;
  return takeIn?.(delivery) === true || editor.paste(delivery.text, delivery.at).length > 0;
}

/** Lets files, texts and pictures be dropped on the element. */
export function listenToDrops(element: HTMLElement, editor: Editor, takeIn: TakeIn | undefined): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener(
    'dragover',
    (event) => {
      if (editor.readOnly || !event.dataTransfer) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    { signal },
  );
  element.addEventListener(
    'drop',
    (event) => {
      if (event.defaultPrevented || !event.dataTransfer) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const at = editor.toPage({ x: event.clientX - left, y: event.clientY - top });
      deliver(editor, readDelivery(event.dataTransfer, at), takeIn);
      element.focus({ preventScroll: true });
    },
    { signal },
  );
  return () => stop.abort();
}
