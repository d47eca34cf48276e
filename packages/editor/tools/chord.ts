import type { Modifiers } from '../input.ts';

/** The signs that a key with shift stands for, by KeyboardEvent.code: shortcuts name the key, not what shift makes of it. */
const plainKeys: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Equal: '=',
  Minus: '-',
  Quote: "'",
  Slash: '/',
};

const modifierKeys = new Set(['Shift', 'Alt', 'Control', 'Meta', 'AltGraph']);

/** Whether a key only changes what others mean. */
export function isModifierKey(key: string): boolean {
  return modifierKeys.has(key);
}

/** A pressed key as a chord like 'mod+shift+g': modifiers in the order mod, alt, shift; letters in lower case. */
export function chordOf({ key, code, modifiers }: { readonly key: string; readonly code: string; readonly modifiers: Modifiers }): string {
  // Every layout has the question mark elsewhere, and on most it takes shift.
  if (key === '?') return `${modifiers.mod ? 'mod+' : ''}?`;
  const named = /^Digit(\d)$/.exec(code)?.[1] ?? plainKeys[code] ?? letterOf(key, code, modifiers);
  return `${modifiers.mod ? 'mod+' : ''}${modifiers.alt ? 'alt+' : ''}${modifiers.shift ? 'shift+' : ''}${named}`;
}

/** With Alt a letter key types something else on some systems (å on macOS): then its place on the keyboard counts. */
function letterOf(key: string, code: string, modifiers: Modifiers): string {
  const place = modifiers.alt ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  return (place ?? key).length === 1 ? (place ?? key).toLowerCase() : key;
}
