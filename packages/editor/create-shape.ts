import type { Shape, ShapeChange, ShapeId } from '@autograph/document';
import { tidy } from './change-record.ts';
import type { Editor } from './editor.ts';
import { topIndex } from './order.ts';
import type { ShapeDefinition } from './shape-definition.ts';

/** A new record of a kind: its defaults, the person's present style as far as the kind has it, uppermost in its parent. Not stored. */
export function newShape(editor: Editor, definition: ShapeDefinition, parent: ShapeId | null, place: ShapeChange): Shape {
  const style: Record<string, unknown> = {};
  for (const field of definition.fields) if (editor.nextStyle[field] !== undefined) style[field] = editor.nextStyle[field];
  const record = {
    id: editor.createId('sh'),
    type: definition.type,
    x: 0,
    y: 0,
    w: 0,
    h: 0,
    rotation: 0,
    parent_id: parent,
    index: topIndex(editor.scene, parent),
  };
  const made: Shape = Object.assign(record, definition.defaults, style, place, { type: definition.type });
  return { ...made, x: tidy(made.x), y: tidy(made.y), w: tidy(made.w), h: tidy(made.h) };
}
