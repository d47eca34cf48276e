import type { KeyOverrides } from '@autograph/editor/keymap.ts';
import { conflictsOf, shortcutTable } from './shortcut-table.ts';

const ownKeys = (id: string): readonly string[] => shortcutTable.find((shortcut) => shortcut.id === id)?.keys ?? [];
const keysIn = (overrides: KeyOverrides) => (id: string) => overrides[id] ?? ownKeys(id);
const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((key, at) => key === b[at]);

/** The overrides with other keys for one id; what equals the product's own keys is not kept. */
export function withKeys(overrides: KeyOverrides, id: string, keys: readonly string[]): KeyOverrides {
  const { [id]: _, ...rest } = overrides;
  return same(keys, ownKeys(id)) ? rest : { ...rest, [id]: keys };
}

/** Gives a chord to an action in place of its first keys, and takes it from all that had it there. */
export function giveChord(overrides: KeyOverrides, id: string, chord: string): KeyOverrides {
  let next = overrides;
  for (const other of conflictsOf(id, chord, keysIn(overrides)))
    next = withKeys(
      next,
      other.id,
      keysIn(next)(other.id).filter((key) => key !== chord),
    );
  const rest = keysIn(next)(id).slice(1);
  return withKeys(next, id, [chord, ...rest.filter((key) => key !== chord)]);
}

/** Gives an action its own keys back, taking them from all that have them now. */
export function resetKeys(overrides: KeyOverrides, id: string): KeyOverrides {
  let next = overrides;
  for (const chord of ownKeys(id))
    for (const other of conflictsOf(id, chord, keysIn(next)))
      next = withKeys(
        next,
        other.id,
        keysIn(next)(other.id).filter((key) => key !== chord),
      );
  return withKeys(next, id, ownKeys(id));
}
