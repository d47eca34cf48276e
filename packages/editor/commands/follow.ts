import type { ShapeId } from '@autograph/document';
import { isConnector } from '../arrow-bindings.ts';
import type { Editor } from '../editor.ts';
import { isHidden } from '../hit-test.ts';
import type { Command } from './command.ts';

type Side = 'start' | 'end';

/** The connections of a shape that leave it at their `start`, or reach it at their `end`; from the topmost to the lowest other end. */
function connections(editor: Editor, id: ShapeId, side: Side): ShapeId[] {
  const { scene } = editor;
  const other = side === 'start' ? 'end' : 'start';
  const placeOf = (arrow: ShapeId) => scene.pageBounds(scene.get(arrow)?.[other]?.shape_id ?? arrow) ?? { x: 0, y: 0 };
  return [...scene.arrowsAt(id)]
    .filter((arrow) => scene.get(arrow)?.[side]?.shape_id === id && !isHidden(scene, arrow))
    .sort((a, b) => placeOf(a).y - placeOf(b).y || placeOf(a).x - placeOf(b).x || (a < b ? -1 : 1));
}

/** One step along the connections: from a shape to its first that way, from a connection to the shape at that end. */
function along(editor: Editor, way: Side): ShapeId | undefined {
  const shape = editor.scene.get(editor.selection.at(-1) ?? '');
  if (!shape) return undefined;
  if (isConnector(shape)) return shape[way === 'start' ? 'end' : 'start']?.shape_id;
  return connections(editor, shape.id, way)[0];
}

/** The next connection of the shape that this one leaves; after the last, of the shape that it reaches. */
function beside(editor: Editor, by: 1 | -1): ShapeId | undefined {
  const { scene } = editor;
  const shape = scene.get(editor.selection.at(-1) ?? '');
  if (!shape) return undefined;
  const hub = isConnector(shape) ? (shape.start?.shape_id ?? shape.end?.shape_id) : shape.id;
  if (hub === undefined) return undefined;
  const all = [...new Set([...connections(editor, hub, 'start'), ...connections(editor, hub, 'end')])];
  const at = all.indexOf(shape.id);
  return at < 0 ? all.at(by > 0 ? 0 : -1) : all[(at + by + all.length) % all.length];
}

const step = (id: string, label: string, key: string, next: (editor: Editor) => ShapeId | undefined): Command => ({
  id,
  label,
  group: 'select',
  keys: [key],
  enabled: (editor) => next(editor) !== undefined,
  run(editor) {
    const to = next(editor);
    if (to !== undefined) editor.goTo(to);
  },
});

/** Travelling the board as the graph that it is: shape, connection, shape. */
export const followCommands: readonly Command[] = [
  step('follow_out', 'Go along an outgoing connection', '.', (editor) => along(editor, 'start')),
  step('follow_in', 'Go back along an incoming connection', ',', (editor) => along(editor, 'end')),
  step('next_connection', 'Select the next connection of the shape', ';', (editor) => beside(editor, 1)),
  step('previous_connection', 'Select the previous connection of the shape', 'shift+;', (editor) => beside(editor, -1)),
];
