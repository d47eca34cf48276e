import { DocumentStore } from '@autograph/editor';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { participants } from './presence.ts';
import { sharePresence } from './share-presence.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function desk() {
  const awareness = new Awareness(new Y.Doc());
  let listener: (what: string) => void = () => undefined;
  const editor = {
    document: new DocumentStore(),
    history: { push: () => undefined },
    selection: ['s1'],
    transient: { ids: ['s1'], dx: 3, dy: 4 },
    editing: { shape_id: 's1' },
    readOnly: false,
    storeText: () => undefined,
    subscribe: (next: (what: string) => void) => {
      listener = next;
      return () => undefined;
    },
  };
  let messages = 0;
  awareness.on('update', () => {
    messages += 1;
  });
  return { awareness, presence: sharePresence(awareness, editor), emit: (what: string) => listener(what), sent: () => messages };
}

it('sends at most ten pointer messages a second, and always the last position [F420]', () => {
  const { awareness, presence, sent } = desk();
  for (let ms = 0; ms < 5_000; ms += 5) {
    presence.setCursor({ x: ms, y: 0 });
    vi.advanceTimersByTime(5);
  }
  vi.advanceTimersByTime(200);
  expect(sent()).toBeGreaterThan(40);
  expect(sent()).toBeLessThanOrEqual(51);
  expect(awareness.getLocalState()?.pointer).toEqual({ x: 4_995, y: 0 });
  presence.stop();
  awareness.destroy();
});

it('shows others the selection, the drag and the text being edited [F391]', () => {
  const { awareness, emit, presence } = desk();
  awareness.setLocalState({ user: { id: 'u1', name: 'Ada', color: '#e03131' } });
  emit('selection');
  vi.advanceTimersByTime(100);
  expect(participants(awareness.getStates(), -1)).toMatchObject([
    { id: 'u1', name: 'Ada', color: '#e03131', cursor: null, selection: ['s1'], drag: { ids: ['s1'], dx: 3, dy: 4 }, editing: 's1' },
  ]);
  expect(participants(awareness.getStates(), awareness.clientID)).toEqual([]);
  presence.stop();
  awareness.destroy();
});

it('ignores presence that cannot be read', () => {
  expect(
    participants(
      new Map<number, unknown>([
        [1, { user: 'nobody' }],
        [2, null],
      ]),
      0,
    ),
  ).toEqual([]);
});
