// What the editor does on the main thread at each pointer event, apart from painting: boards of 1,000, 10,000 and 50,000 shapes, a tenth
// of them bound arrows, all in view. Times in ms: the median, the mean and the 95th percentile of one event.

import type { Shape } from '@autograph/document';
import { keyBetween, keysBetween } from '@autograph/document';
import { hitTest } from '@autograph/editor';
import { moveShapes } from '@autograph/editor/move-shapes.ts';
import { type Driver, drive, testEditor } from '@autograph/editor/testing/driver.ts';

const sizes = [1_000, 10_000, 50_000];

const lone: Shape = { id: '', type: 'rectangle', x: 0, y: -400, w: 100, h: 60, rotation: 0, parent_id: null, index: 'a0' };

function board(count: number): Shape[] {
  const keys = keysBetween(null, null, count);
  const columns = Math.ceil(Math.sqrt(count));
  const common = { rotation: 0, parent_id: null };
  return keys.map((index, i): Shape => {
    const place = { x: (i % columns) * 160, y: Math.floor(i / columns) * 120 };
    const id = `sh_${i}`;
    if (i % 10 !== 9) return { ...common, id, index, type: 'rectangle', ...place, w: 100, h: 60 };
    return {
      ...common,
      id,
      index,
      type: 'arrow',
      ...place,
      w: 0,
      h: 0,
      start: { shape_id: `sh_${i - 2}` },
      end: { shape_id: `sh_${i - 1}` },
    };
  });
}

/** CPU time of this process, ms: other work on the machine disturbs it less than the clock. */
function timed(act: () => void): number {
  const start = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function report(label: string, times: number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const [median, p95] = [0.5, 0.95].map((share) => sorted[Math.floor(sorted.length * share)] ?? 0);
  console.log(
    `  ${label.padEnd(30)} median ${(median ?? 0).toFixed(3).padStart(9)}   mean ${mean.toFixed(3).padStart(9)}   p95 ${(p95 ?? 0).toFixed(3).padStart(9)}`,
  );
}

/** Moves of a drag that is already under way; what a painter asks at each is asked too. */
function moves(driver: Driver, from: readonly [number, number]): number[] {
  driver.down(from).move([from[0] + 10, from[1] + 10]);
  return Array.from({ length: 100 }, (_, i) =>
    timed(() => {
      driver.move([from[0] + 10 + i, from[1] + 10 + i / 2]);
      void driver.editor.overlay;
    }),
  );
}

for (const count of sizes) {
  const shapes = board(count);
  const editor = testEditor();
  const load = timed(() => {
    editor.document.apply({ shapes: shapes.map((shape) => [shape.id, shape] as const) }, 'remote');
    editor.scene.query({ x: -1e6, y: -1e6, w: 2e6, h: 2e6 });
  });
  const driver = drive(editor);
  console.log(`${count.toLocaleString('en')} shapes`);
  report('load', [load]);
  report(
    'query all, in paint order',
    Array.from({ length: 10 }, () => timed(() => void editor.scene.query({ x: -1e6, y: -1e6, w: 2e6, h: 2e6 }))),
  );
  const places = Array.from({ length: 100 }, (_, i) => [20 + i * 7, 20 + i * 5] as const);
  report(
    'hover',
    places.map((at) => timed(() => void driver.move(at))),
  );
  report('drag one: a move', moves(driver, [50, 30]));
  report('drag one: release', [timed(() => void driver.up())]);
  report('undo of that', [timed(() => editor.undo())]);
  const { scene } = editor;
  const repeat = (label: string, act: (i: number) => void) =>
    report(
      label,
      Array.from({ length: 50 }, (_, i) => timed(() => act(i))),
    );
  repeat('create one', (i) =>
    editor.createShapes([{ ...lone, id: `sh_new${i}`, index: keyBetween(scene.children(null).at(-1)?.index ?? null, null), x: i }]),
  );
  repeat('move one', (i) => moveShapes(editor, [`sh_${i * 10}`], 8, 0));
  repeat('undo one', () => editor.undo());
  repeat('delete one', (i) => editor.deleteShapes([`sh_new${i}`]));
  repeat('select one', (i) => editor.select([`sh_${i * 10}`]));
  repeat('hit test', (i) => void hitTest(scene, { x: 20 + i * 7, y: 20 + i * 5 }, 2));
  editor.select([]);
  driver.down([140, 100]);
  repeat('marquee of few: a move', (i) => void driver.move([200 + i * 4, 160 + i * 4]).editor.overlay);
  driver.up();
  editor.select([]);
  report(
    'change one property',
    Array.from({ length: 50 }, (_, i) => timed(() => editor.updateShapes([{ id: 'sh_3', change: { w: 100 + i } }]))),
  );
  report('select all', [timed(() => void editor.run('select_all'))]);
  report('drag all: press', [timed(() => void driver.down([50, 30]))]);
  report('drag all: first move', [timed(() => void driver.move([60, 40]))]);
  report(
    'drag all: a move',
    Array.from({ length: 100 }, (_, i) => timed(() => void driver.move([60 + i, 40 + i / 2]).editor.overlay)),
  );
  report('drag all: release', [timed(() => void driver.up())]);
  report('undo of that', [timed(() => editor.undo())]);
  report('redo of that', [timed(() => editor.redo())]);
  report(
    'pan: a wheel event',
    Array.from({ length: 100 }, () => timed(() => void driver.wheel([300, 300], [3, 2]).editor.overlay)),
  );
}
