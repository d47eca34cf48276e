import { boxCentre, type Vec } from '@autograph/geometry';
import { isConnector } from '../arrow-bindings.ts';
import type { Editor } from '../editor.ts';
import { stops } from '../reading-order.ts';
import { inRows, type Placed } from '../rows.ts';
import { boundsOf } from '../selection.ts';
import type { Command } from './command.ts';

const travel = (id: string, label: string, key: string, run: (editor: Editor) => Placed | undefined): Command => ({
  id,
  label,
  group: 'select',
  keys: [key],
  enabled: (editor) => editor.scene.size > 0,
  run(editor) {
    const next = run(editor);
    if (!next) return;
    editor.select([next.id]);
    editor.reveal(next.box);
  },
});

function step(editor: Editor, by: 1 | -1): Placed | undefined {
  const order = inRows(stops(editor)).flat();
  const now = order.findIndex(({ id }) => id === editor.selection.at(-1));
  return now < 0 ? order.at(by > 0 ? 0 : -1) : order[(now + by + order.length) % order.length];
}

/** The nearest shape that way; what lies aside counts as further. */
function beside(editor: Editor, way: Vec): Placed | undefined {
  const from = boundsOf(editor.scene, editor.selection);
  if (!from) return step(editor, 1);
  const start = boxCentre(from);
  let best: Placed | undefined;
  let least = Infinity;
  for (const stop of stops(editor)) {
    const shape = editor.scene.get(stop.id);
    if (!shape || isConnector(shape) || editor.selection.includes(stop.id)) continue;
    const end = boxCentre(stop.box);
    const ahead = (end.x - start.x) * way.x + (end.y - start.y) * way.y;
    const aside = Math.abs((end.x - start.x) * way.y) + Math.abs((end.y - start.y) * way.x);
    const cost = ahead + 2 * aside;
    if (ahead <= 0 || aside > 2 * ahead || cost >= least) continue;
    best = stop;
    least = cost;
  }
  return best;
}

const towards = (name: string, way: Vec) =>
  travel(`select_${name.toLowerCase()}`, `Select the shape ${where[name] ?? ''}`, `alt+Arrow${name}`, (editor) => beside(editor, way));

const where: Readonly<Record<string, string>> = { Left: 'to the left', Right: 'to the right', Up: 'above', Down: 'below' };

/** Steps through the shapes in reading order, or to the next one in a direction; the view follows. */
export const travelCommands: readonly Command[] = [
  travel('select_next', 'Select next shape', 'Tab', (editor) => step(editor, 1)),
  travel('select_previous', 'Select previous shape', 'shift+Tab', (editor) => step(editor, -1)),
  towards('Left', { x: -1, y: 0 }),
  towards('Right', { x: 1, y: 0 }),
  towards('Up', { x: 0, y: -1 }),
  towards('Down', { x: 0, y: 1 }),
];
