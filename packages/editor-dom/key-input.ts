import type { InputEvent } from '@autograph/editor';
import { modifiersOf } from './modifiers.ts';

/** Keys that scroll or leave the page when nobody takes them. */
const scrolling = new Set([' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Backspace', 'Tab', '/', "'"]);

export interface KeyOptions {
  /** Tells whether the editor has taken the key. */
  readonly send: (event: InputEvent) => boolean;
}

/** Turns the element's key events into the editor's input; what the editor takes does not reach the browser. */
export function listenToKeys(element: HTMLElement, { send }: KeyOptions): () => void {
  const stop = new AbortController();
  const listen = (kind: 'key_down' | 'key_up') => (event: KeyboardEvent) => {
    if (event.isComposing || event.target !== element) return;
    const { key, code, repeat } = event;
    const taken = send({ kind, key, code, repeat, modifiers: modifiersOf(event) });
    if (taken || (kind === 'key_down' && key !== 'Tab' && scrolling.has(key))) event.preventDefault();
  };
  element.addEventListener('keydown', listen('key_down'), { signal: stop.signal });
  element.addEventListener('keyup', listen('key_up'), { signal: stop.signal });
  return () => stop.abort();
}
