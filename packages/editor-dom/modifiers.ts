import type { Modifiers } from '@autograph/editor';

/** Whether the person sits at an Apple device, whose command key stands for Ctrl. */
export const isApple = () => typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** The modifier keys of a DOM event; `mod` is Cmd on Apple's systems and Ctrl elsewhere. */
export function modifiersOf(event: { shiftKey: boolean; altKey: boolean; ctrlKey: boolean; metaKey: boolean }): Modifiers {
  return { shift: event.shiftKey, alt: event.altKey, mod: isApple() ? event.metaKey : event.ctrlKey };
}
