import { isApple } from '@autograph/editor-dom/modifiers.ts';

const appleNames: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥', ctrl: '⌃' };
const otherNames: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', ctrl: 'Ctrl' };
const keyNames: Record<string, string> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  backspace: '⌫',
  delete: 'Del',
  enter: '↵',
  escape: 'Esc',
  space: 'Space',
  ' ': 'Space',
  plus: '+',
};

/** `mod+shift+z` as a person reads it on their keyboard: one name a key. */
export function readableKeys(keys: string): string[] {
  const modifiers = isApple() ? appleNames : otherNames;
  return keys
    .split(/\+(?!$)/)
    .map((key) => key.toLowerCase())
    .map((key) => modifiers[key] ?? keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1)));
}
