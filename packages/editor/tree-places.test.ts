import { expect, it } from 'vitest';
import { treePlaces } from './tree-places.ts';

it('counts what lies in one container among itself, at its own level', () => {
  const parents: Readonly<Record<string, string | null>> = { a: null, frame: null, b: 'frame', group: 'frame', c: 'group', d: null };
  const places = treePlaces({ parent: (id) => parents[id] ?? null }, ['a', 'frame', 'b', 'c', 'd']);
  const told = [...places].map(([id, { level, place, siblings }]) => `${id} ${level} ${place}/${siblings}`);
  expect(told).toEqual(['a 1 1/3', 'frame 1 2/3', 'b 2 1/2', 'c 2 2/2', 'd 1 3/3']);
});
