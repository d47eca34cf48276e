import type { Shape, ShapeId } from '@autograph/document';
import { newShape } from './create-shape.ts';
import type { Editor } from './editor.ts';

/** A connection between two shapes as the first kind of line that binds to them makes it; undefined when none does. Not stored. */
function connection(editor: Editor, from: ShapeId, to: ShapeId): Shape | undefined {
  const target = editor.scene.get(to);
  if (!target || !editor.scene.get(from)) return undefined;
  const lines = [...editor.definitions].flatMap((definition) =>
    definition.tool?.gesture === 'line' ? [{ definition, rank: definition.tool.rank }] : [],
  );
  for (const { definition } of lines.sort((a, b) => a.rank - b.rank)) {
    const parent = editor.scene.parent(from) === editor.scene.parent(to) && !target.origin ? editor.scene.parent(from) : null;
    const made = newShape(editor, definition, parent, { start: { shape_id: from }, end: { shape_id: to } });
    const change = definition.moveHandle?.(made, 'end', { x: 0, y: 0 }, target, editor.scene);
    if (change?.end?.shape_id === to) return made;
  }
  return undefined;
}

/** Whether a connection may start or end at the shape. */
export function isBindable(editor: Editor, id: ShapeId | undefined): boolean {
  return editor.definition(editor.scene.get(id ?? '')?.type ?? '')?.bindable === true;
}

/** Draws a connection from one shape to another; `from` stays selected, so that more can follow. Gives whether there is one now. */
export function connectShapes(editor: Editor, from: ShapeId, to: ShapeId): boolean {
  const made = connection(editor, from, to);
  if (!made || editor.readOnly) return false;
  editor.transact(() => {
    editor.createShapes([made]);
    editor.select([from]);
  });
  return true;
}
