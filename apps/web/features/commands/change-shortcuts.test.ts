import { describe, expect, it } from 'vitest';
import { giveChord, resetKeys, withKeys } from './change-shortcuts.ts';
import { conflictsOf, groupedShortcuts, shortcutTable } from './shortcut-table.ts';

const keysIn = (overrides: Readonly<Record<string, readonly string[]>>) => (id: string) =>
  overrides[id] ?? shortcutTable.find((shortcut) => shortcut.id === id)?.keys ?? [];

describe('the table of shortcuts', () => {
  it('has more than fifty entries, each with an id of its own and a group that has a name [F196, F590]', () => {
    const ids = shortcutTable.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const listed = groupedShortcuts('', () => true).flatMap(({ items }) => items);
    expect(listed).toHaveLength(ids.length);
    expect(shortcutTable.filter(({ keys }) => keys.length > 0).length).toBeGreaterThan(50);
  });

  it('gives no two actions of one place the same keys by accident', () => {
    const clashes = shortcutTable.flatMap(({ id, keys }) =>
      keys.flatMap((chord) => conflictsOf(id, chord, keysIn({})).map((other) => `${id} and ${other.id}: ${chord}`)),
    );
    expect(clashes).toEqual([]);
  });

  it('lists what mentions the words only', () => {
    const found = groupedShortcuts('zoom', () => true).flatMap(({ items }) => items);
    expect(found.length).toBeGreaterThan(3);
    expect(found.every(({ label }) => label.toLowerCase().includes('zoom'))).toBe(true);
  });
});

describe('changing keys', () => {
  it('replaces the first key and keeps the others', () => {
    expect(giveChord({}, 'tool_rectangle', 'q')).toEqual({ tool_rectangle: ['q'] });
    expect(giveChord({}, 'redo', 'mod+shift+u')).toEqual({ redo: ['mod+shift+u', 'mod+y'] });
  });

  it('takes the keys from whoever had them in the same place', () => {
    const given = giveChord({}, 'tool_rectangle', 'o');
    expect(given).toEqual({ tool_rectangle: ['o'], tool_ellipse: [] });
    expect(resetKeys(given, 'tool_ellipse')).toEqual({ tool_rectangle: [] });
    expect(giveChord({}, 'files_refresh', 'o')).toEqual({ files_refresh: ['o'] });
  });

  it('keeps nothing that equals the own keys', () => {
    expect(withKeys({ undo: [] }, 'undo', ['mod+z'])).toEqual({});
    expect(giveChord(giveChord({}, 'tool_rectangle', 'q'), 'tool_rectangle', 'r')).toEqual({});
  });
});
