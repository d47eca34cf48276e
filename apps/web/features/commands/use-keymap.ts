'use client';
import { type Keymap, keymapOf } from '@autograph/editor/keymap.ts';
import { useMemo } from 'react';
import { type Shortcut, shortcutTable } from './shortcut-table.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Every key of the product as this person has it. */
export function useKeymap(): Keymap<Shortcut> {
  const overrides = useShortcuts((state) => state.overrides);
  return useMemo(() => keymapOf(shortcutTable, overrides), [overrides]);
}

/** Gives the keys to show for an action: its first, undefined when it has none. */
export function useKeysOf(): (id: string) => string | undefined {
  const keymap = useKeymap();
  return (id) => keymap.keysOf(id)[0];
}
