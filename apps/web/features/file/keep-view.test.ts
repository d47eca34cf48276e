import { expect, it } from 'vitest';
import { keepView } from './keep-view.ts';
import { usePanes } from './panes.ts';

function memory(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (at) => [...items.keys()][at] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  };
}

const view = () => usePanes.getState().view;

it('shows each file as each person has left it, and by its type where they have not seen it', () => {
  const storage = memory();
  const open = (user: string, file: string) => {
    const stop = keepView(storage, user, { id: file, type: 'canvas' });
    const shown = view();
    return { stop, shown };
  };
  const first = open('ada', 'shop');
  expect(first.shown).toBe('canvas');
  usePanes.getState().set({ view: 'both' });
  first.stop();
  const other = open('ada', 'bank');
  expect(other.shown).toBe('canvas');
  usePanes.getState().set({ view: 'note' });
  other.stop();
  for (const [user, file, expected] of [
    ['ada', 'shop', 'both'],
    ['ada', 'bank', 'note'],
    ['grace', 'shop', 'canvas'],
  ] as const) {
    const again = open(user, file);
    expect(again.shown).toBe(expected);
    again.stop();
  }
});

it('takes what is spoilt for nothing', () => {
  const storage = memory();
  storage.setItem('autograph-file-views', '[["ada/shop","sideways"]]');
  keepView(storage, 'ada', { id: 'shop', type: 'mixed' })();
  expect(view()).toBe('both');
  storage.setItem('autograph-file-views', '{');
  keepView(storage, 'ada', { id: 'shop', type: 'mixed' })();
  expect(view()).toBe('both');
});
