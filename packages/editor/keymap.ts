/** Something that keys run. */
export interface Keyed {
  readonly id: string;
  /** Its own chords, such as 'mod+shift+g'; the first is the one to show. */
  readonly keys: readonly string[];
}

/** By id: the chords that a person wants instead of the own ones; none when empty. */
export type KeyOverrides = Readonly<Record<string, readonly string[]>>;

export interface Keymap<T extends Keyed> {
  /** The chords of an id as they are now. */
  keysOf(id: string): readonly string[];
  /** What a chord may run, in the order of the items: the first that is possible now is meant. */
  at(chord: string): readonly T[];
}

/** Which keys run what, with a person's own choices. */
export function keymapOf<T extends Keyed>(items: readonly T[], overrides: KeyOverrides = {}): Keymap<T> {
  const keys = new Map(items.map((item) => [item.id, overrides[item.id] ?? item.keys]));
  const byChord = Map.groupBy(
    items.flatMap((item) => (keys.get(item.id) ?? []).map((chord) => ({ chord, item }))),
    ({ chord }) => chord,
  );
  return {
    keysOf: (id) => keys.get(id) ?? [],
    at: (chord) => (byChord.get(chord) ?? []).map(({ item }) => item),
  };
}
