import type { Shape, ShapeChange, ShapeId } from '@autograph/document';
import { tidy } from './change-record.ts';
import type { Editor } from './editor.ts';
import { topIndex } from './order.ts';
import type { ShapeDefinition } from './shape-definition.ts';

/** A shape of a kind as its defaults make it, without a size or a place among others: a model, not to be stored. */
export function plainShape({ type, defaults }: ShapeDefinition): Shape {
  return { id: '', x: 0, y: 0, w: 0, h: 0, rotation: 0, parent_id: null, index: '', ...defaults, type };
}

/** A new record of a kind: its defaults, the person's present style as far as the kind has it, uppermost in its parent. Not stored. */
export function newShape(editor: Editor, definition: ShapeDefinition, parent: ShapeId | null, place: ShapeChange): Shape {
  const style: Record<string, unknown> = {};
  for (const field of definition.fields) if (editor.nextStyle[field] !== undefined) style[field] = editor.nextStyle[field];
  const own = { id: editor.createId('sh'), parent_id: parent, index: topIndex(editor.scene, parent) };
  const made: Shape = Object.assign(plainShape(definition), own, style, place, { type: definition.type });
  return { ...made, x: tidy(made.x), y: tidy(made.y), w: tidy(made.w), h: tidy(made.h) };
}
