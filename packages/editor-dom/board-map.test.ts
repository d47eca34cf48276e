import type { Shape } from '@autograph/document';
import { drive, seeded, testEditor } from '@autograph/editor/testing/driver.ts';
import { createCanvas } from '@napi-rs/canvas';
import { expect, it, vi } from 'vitest';
import { createBoardMap } from './board-map.ts';

const box = (id: string, x: number, y: number): Shape => ({
  id,
  type: 'rectangle',
  x,
  y,
  w: 100,
  h: 60,
  rotation: 0,
  parent_id: null,
  index: `a${id}V`,
});

/** A board of 400 boxes between two that nobody touches. */
function board() {
  const { editor } = drive(testEditor());
  const shapes = Array.from({ length: 400 }, (_, i) => box(`${i}`, (i % 20) * 200, Math.floor(i / 20) * 200));
  const corners = [box('first', -4_000, -4_000), box('last', 8_000, 8_000)];
  editor.document.apply({ shapes: [...shapes, ...corners].map((shape) => [shape.id, shape] as const) }, 'remote');
  return editor;
}

/** A map of it, and how much has been painted on that. */
function mapped(editor = board()) {
  const canvas = createCanvas(1, 1);
  const context = canvas.getContext('2d');
  const painted = { count: 0 };
  const fillRect = context.fillRect.bind(context);
  context.fillRect = (...at) => {
    painted.count += 1;
    fillRect(...at);
  };
  const map = createBoardMap(editor, Object.assign(canvas, { getContext: () => context }));
  map.update();
  /** What is seen of it on white. */
  const pixels = () => {
    const seen = createCanvas(canvas.width, canvas.height).getContext('2d');
    seen.fillStyle = '#ffffff';
    seen.fillRect(0, 0, canvas.width, canvas.height);
    seen.drawImage(canvas, 0, 0);
    return seen.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  return { editor, map, painted, pixels };
}

it('paints after an edit only what lies where something has changed', () => {
  const { editor, map, painted } = mapped();
  expect(painted.count).toBe(402);
  painted.count = 0;
  editor.updateShapes([{ id: '205', change: { x: 1_050 } }]);
  map.update();
  expect(painted.count).toBeGreaterThan(0);
  expect(painted.count).toBeLessThan(20);
  painted.count = 0;
  map.update();
  expect(painted.count).toBe(0);
});

it('shows after any edits what a map made anew shows', () => {
  const random = seeded(11);
  const below = (n: number) => Math.floor(random() * n);
  const { editor, map, pixels } = mapped();
  for (let round = 0; round < 10; round++) {
    for (let i = 0; i < 6; i++) {
      const ids = [...editor.document.shapes.keys()].filter((id) => id !== 'first' && id !== 'last');
      const id = ids[below(ids.length)] ?? '';
      const act = below(7);
      if (act === 0) editor.deleteShapes([id]);
      else if (act === 1) editor.updateShapes([{ id, change: { fill: 'red', w: 40 + below(300) } }]);
      else if (act === 2) editor.translateStored([id], below(900) - 450, below(900) - 450);
      else if (act === 3) editor.updateShapes([{ id, change: { hidden: true } }]);
      else if (act === 4) editor.undo();
      else editor.createShapes([{ ...box(`new${round}-${i}`, below(4000), below(4000)), fill: 'blue' }]);
    }
    map.update();
    const [seen, anew] = [pixels(), mapped(editor).pixels()];
    const most = anew.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (seen[i] ?? 0))), 0);
    // Edges of what is painted within bounds are smoothed a little otherwise.
    expect([seen.length, most < 10], `round ${round}`).toEqual([anew.length, true]);
  }
});

it('knows after any edits at the outer edge, too, what is around everything', () => {
  const random = seeded(5);
  const below = (n: number) => Math.floor(random() * n);
  const { editor, map } = mapped();
  for (let round = 0; round < 120; round++) {
    const outermost = [...editor.document.shapes.values()].sort((a, b) => a.x - b.x);
    const { id = '' } = (below(3) > 0 ? outermost.at(below(2) - 1) : outermost[below(outermost.length)]) ?? {};
    const act = below(7);
    if (act === 0) editor.deleteShapes([id]);
    else if (act === 1) editor.updateShapes([{ id, change: { w: 40 + below(3_000), h: 1 + below(3_000) } }]);
    else if (act === 2) editor.translateStored([id], below(9_000) - 4_500, below(9_000) - 4_500);
    else if (act === 3) editor.updateShapes([{ id, change: { hidden: editor.document.shapes.get(id)?.hidden ? null : true } }]);
    else if (act === 4) editor.undo();
    else if (act === 5) editor.translateStored([...editor.document.shapes.keys()], below(900), 0);
    else editor.createShapes([box(`new${round}`, below(40_000) - 20_000, below(40_000) - 20_000)]);
    map.update();
    expect(map.content, `round ${round}`).toEqual(mapped(editor).map.content);
  }
  editor.deleteShapes([...editor.document.shapes.keys()]);
  map.update();
  expect(map.content).toBeUndefined();
});

it('looks after an edit at the outer edge only at what lies there, also of 50,000 shapes', () => {
  const { editor } = drive(testEditor());
  const shapes = Array.from({ length: 50_000 }, (_, i) => box(`${i}`, (i % 224) * 200, Math.floor(i / 224) * 200));
  editor.document.apply({ shapes: shapes.map((shape) => [shape.id, shape] as const) }, 'remote');
  const { map } = mapped(editor);
  const looks = vi.spyOn(editor.scene, 'pageBounds');
  for (const y of [-300, -100, 40]) {
    editor.updateShapes([{ id: '5', change: { y } }]);
    looks.mockClear();
    map.update();
    expect(map.content?.y).toBe(Math.min(y, 0));
    expect(looks.mock.calls.length).toBeLessThan(1_500);
  }
});

it('goes with a board that is moved as a whole, and grows with one that grows', () => {
  const { editor, map, painted } = mapped();
  const before = map.shown;
  painted.count = 0;
  editor.translateStored([...editor.document.shapes.keys()], 5_000, 0);
  map.update();
  expect(painted.count).toBe(0);
  expect(map.shown?.x).toBe((before?.x ?? 0) + 5_000);
  editor.createShapes([box('far', 90_000, 0)]);
  map.update();
  expect(map.content).toMatchObject({ x: 1_000, w: 89_100 });
  expect(map.shown?.w).toBeGreaterThan(89_100);
});

it('leaves out what is folded away, and shows what has the colour of the ground', () => {
  const driver = drive(testEditor()).press('f').drag([100, 100], [500, 400]).press('r').drag([200, 200], [300, 260]).press('Escape');
  const { editor } = driver;
  const paints: unknown[] = [];
  const canvas = createCanvas(1, 1);
  const context = canvas.getContext('2d');
  context.fillRect = () => void paints.push(context.fillStyle);
  const map = createBoardMap(editor, Object.assign(canvas, { getContext: () => context }));
  map.update();
  expect(paints).toHaveLength(1);
  editor.updateShapes([{ id: driver.shape('rectangle').id, change: { fill: '#ffffff', stroke: 'none' } }]);
  map.update();
  expect(paints).toHaveLength(2);
  expect(paints[1]).not.toBe('#ffffff');
  editor.updateShapes([{ id: driver.shape('frame').id, change: { collapsed: true } }]);
  map.update();
  expect(paints).toHaveLength(2);
});
