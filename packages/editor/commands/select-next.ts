import type { ShapeId } from '@autograph/document';
import { boxCentre, type Vec } from '@autograph/geometry';
import { isConnector } from '../arrow-bindings.ts';
import type { Editor } from '../editor.ts';
import { nearest } from '../nearest.ts';
import { readingOrder, stops } from '../reading-order.ts';
import { boundsOf } from '../selection.ts';
import type { Command } from './command.ts';

const travel = (id: string, label: string, key: string, next: (editor: Editor) => ShapeId | undefined): Command => ({
  id,
  label,
  group: 'select',
  keys: [key],
  enabled: (editor) => editor.scene.size > 0,
  run(editor) {
    const to = next(editor);
    if (to !== undefined) editor.goTo(to);
  },
});

function step(editor: Editor, by: 1 | -1): ShapeId | undefined {
  const order = readingOrder(editor);
  const now = order.indexOf(editor.selection.at(-1) ?? '');
  return now < 0 ? order.at(by > 0 ? 0 : -1) : order[(now + by + order.length) % order.length];
}

function beside(editor: Editor, way: Vec): ShapeId | undefined {
  const from = boundsOf(editor.scene, editor.selection);
  if (!from) return step(editor, 1);
  const others = stops(editor).filter(({ id }) => {
    const shape = editor.scene.get(id);
    return shape && !isConnector(shape) && !editor.selection.includes(id);
  });
  return nearest(others, boxCentre(from), way);
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
