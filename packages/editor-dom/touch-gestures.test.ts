import type { InputEvent } from '@autograph/editor';
import { drive } from '@autograph/editor/testing/driver.ts';
import type { Vec } from '@autograph/geometry';
import { describe, expect, it } from 'vitest';
import { createTouchGestures } from './touch-gestures.ts';

/** Fingers over an editor: one that may draw is a pointer, as on the board. */
function fingers({ draws = true } = {}) {
  const driver = drive();
  const { editor } = driver;
  const taps: number[] = [];
  const presses: Vec[] = [];
  const timers = new Set<() => void>();
  let time = 0;
  const gestures = createTouchGestures({
    send: (event) => editor.input(event),
    onLongPress: (at) => presses.push(at),
    onTap: (count) => taps.push(count),
    setTimer(act) {
      timers.add(act);
      return () => timers.delete(act);
    },
  });
  const pointer = (kind: 'pointer_down' | 'pointer_move' | 'pointer_up', id: number, at: Vec): InputEvent => ({
    kind,
    at,
    pointer_id: id,
    pointer_type: 'touch',
    button: 0,
    pressure: 0.5,
    modifiers: { shift: false, alt: false, mod: false },
  });
  const touch = (id: number, x: number, y: number) => {
    time += 10;
    return { id, at: { x, y }, time };
  };
  return {
    driver,
    editor,
    taps,
    presses,
    wait() {
      for (const act of [...timers]) act();
    },
    down(id: number, x: number, y: number) {
      if (gestures.down(touch(id, x, y), draws)) editor.input(pointer('pointer_down', id, { x, y }));
    },
    move(id: number, x: number, y: number) {
      if (gestures.move(touch(id, x, y))) editor.input(pointer('pointer_move', id, { x, y }));
    },
    up(id: number, x: number, y: number) {
      if (gestures.up(touch(id, x, y))) editor.input(pointer('pointer_up', id, { x, y }));
    },
  };
}

describe('fingers', () => {
  it('that move apart to twice their distance double the zoom, step by step, about their middle [F214, F603]', () => {
    const hand = fingers();
    const middle = hand.editor.toPage({ x: 400, y: 300 });
    hand.down(1, 350, 300);
    hand.down(2, 450, 300);
    const zooms: number[] = [];
    for (let i = 1; i <= 10; i++) {
      hand.move(1, 350 - 5 * i, 300);
      hand.move(2, 450 + 5 * i, 300);
      zooms.push(hand.editor.camera.zoom);
    }
    hand.up(1, 300, 300);
    hand.up(2, 500, 300);
    expect(hand.editor.camera.zoom).toBeCloseTo(2, 5);
    expect([...zooms].sort((a, b) => a - b)).toEqual(zooms);
    expect(Math.max(...zooms.map((zoom, i) => zoom / (zooms[i - 1] ?? 1)))).toBeLessThan(1.25);
    const at = hand.editor.toView(middle);
    expect(Math.hypot(at.x - 400, at.y - 300)).toBeLessThan(2);
  });

  it('that move together move the board with them, at the same zoom [F225]', () => {
    const hand = fingers();
    const before = hand.editor.camera;
    hand.down(1, 300, 300);
    hand.down(2, 400, 300);
    for (let i = 1; i <= 10; i++) {
      hand.move(1, 300 + 8 * i, 300 + 4 * i);
      hand.move(2, 400 + 8 * i, 300 + 4 * i);
    }
    expect(hand.editor.camera.x).toBeCloseTo(before.x - 80, 5);
    expect(hand.editor.camera.y).toBeCloseTo(before.y - 40, 5);
    expect(hand.editor.camera.zoom).toBeCloseTo(1, 9);
  });

  it('end a drag without effect when a second one comes, and move nothing when one leaves', () => {
    const hand = fingers();
    hand.driver.press('r').drag([100, 100], [200, 160]);
    hand.down(1, 150, 130);
    hand.move(1, 220, 180);
    expect(hand.editor.transient?.dx).toBe(70);
    hand.down(2, 400, 300);
    expect(hand.editor.transient).toBeNull();
    hand.move(2, 440, 340);
    const { x, y, zoom } = hand.editor.camera;
    hand.up(1, 220, 180);
    expect(hand.editor.camera).toEqual({ x, y, zoom });
    hand.move(2, 450, 340);
    expect(hand.editor.camera).toMatchObject({ zoom });
    expect(hand.editor.camera.x).toBeCloseTo(x - 10 / zoom, 5);
    hand.up(2, 450, 340);
    expect(hand.driver.shape('rectangle')).toMatchObject({ x: 100, y: 100 });
    hand.down(3, 150, 130);
    hand.up(3, 150, 130);
    expect(hand.taps).toEqual([]);
  });

  it('are no tap when one of them has dragged before the other came', () => {
    const hand = fingers();
    hand.driver.press('r').drag([100, 100], [200, 160]);
    hand.down(1, 150, 130);
    hand.move(1, 220, 180);
    hand.down(2, 400, 300);
    hand.up(1, 220, 180);
    hand.up(2, 400, 300);
    expect(hand.taps).toEqual([]);
  });

  it('that only touch the board, two or three at once, are taps', () => {
    const hand = fingers();
    const { camera } = hand.editor;
    for (const count of [2, 3]) {
      for (let id = 0; id < count; id++) hand.down(id, 100 * id, 100);
      hand.move(0, 1, 101);
      for (let id = 0; id < count; id++) hand.up(id, 100 * id, 100);
    }
    expect(hand.taps).toEqual([2, 3]);
    expect(hand.editor.camera).toEqual(camera);
  });

  it('that rest ask for the menu; a quick one selects [F605]', () => {
    const hand = fingers();
    hand.driver.press('r').drag([100, 100], [200, 160]).click([600, 600]);
    hand.down(1, 150, 130);
    hand.wait();
    hand.up(1, 150, 130);
    expect(hand.presses).toEqual([{ x: 150, y: 130 }]);
    hand.editor.select([]);
    hand.down(1, 150, 130);
    hand.up(1, 150, 130);
    hand.wait();
    expect(hand.presses).toHaveLength(1);
    expect(hand.editor.selection).toHaveLength(1);
  });

  it('beside a pen draw nothing: one moves the board', () => {
    const hand = fingers({ draws: false });
    hand.driver.press('p');
    hand.down(1, 100, 100);
    hand.move(1, 150, 120);
    hand.up(1, 150, 120);
    expect(hand.driver.shapes).toEqual([]);
    expect(hand.editor.camera).toMatchObject({ x: -50, y: -20 });
  });
});
