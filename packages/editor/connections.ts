import type { Shape, ShapeId } from '@autograph/document';
import { newShape } from './create-shape.ts';
import type { Editor } from './editor.ts';
import type { ShapeDefinition } from './shape-definition.ts';

/** The kind of line that binds to what it joins: what connecting draws with. */
export function connectorKind(editor: Editor): ShapeDefinition | undefined {
  return [...editor.definitions].find(({ tool }) => tool?.connects);
}

/** Whether a connection may start or end at the shape. */
export function isBindable(editor: Editor, id: ShapeId | undefined): boolean {
  return editor.definition(editor.scene.get(id ?? '')?.type ?? '')?.bindable === true;
}

/** A connection between two shapes of the board, in their common parent unless code owns that; undefined when there can be none. Not stored. */
export function newConnection(editor: Editor, from: ShapeId, to: ShapeId): Shape | undefined {
  const kind = connectorKind(editor);
  if (!kind || !isBindable(editor, from) || !isBindable(editor, to)) return undefined;
  const { scene } = editor;
  const common = scene.parent(from) === scene.parent(to) && !scene.get(to)?.origin;
  return newShape(editor, kind, common ? scene.parent(from) : null, { start: { shape_id: from }, end: { shape_id: to } });
}
