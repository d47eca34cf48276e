import type { Shape, ShapeId } from '@autograph/document';
import { boxCentre, translateBox, type Vec } from '@autograph/geometry';
import { tidy } from './change-record.ts';
import { dragOutInCode } from './code-structure.ts';
import { connectorKind, isBindable, newConnection } from './connections.ts';
import type { Editor } from './editor.ts';
import { isFree } from './free-place.ts';
import { topIndex } from './order.ts';
import type { Side } from './sides.ts';

/** Clear space between a shape and the copy connected to it, and between such copies, px. */
const apart = { along: 80, across: 40 };
/** How many places beside each other are tried, to either side. */
const places = 4;

/** Whether arrows from the shape can be drawn quickly. */
export function isConnectable(editor: Editor, id: ShapeId | undefined): boolean {
  const shape = id === undefined ? undefined : editor.scene.get(id);
  return shape !== undefined && !shape.locked && isBindable(editor, id) && connectorKind(editor) !== undefined;
}

/** Puts an empty shape of the same kind, size and style beside one where there is room, joins them by an arrow, and opens its text. In a diagram as code it is written into that. */
export function connectNewShape(editor: Editor, id: ShapeId, side: Side): void {
  const source = editor.scene.get(id);
  if (!source || !isConnectable(editor, id)) return;
  const { text: _, text_spans: __, name: ___, origin: code, ...alike } = source;
  const around = editor.scene.origin(source);
  const parent = code ? null : source.parent_id;
  const corner = code ? around : { x: 0, y: 0 };
  const offset = freeOffset(editor, id, side);
  const box = editor.scene.pageBounds(id);
  const group = editor.scene.parent(id);
  const session = {};
  const written =
    code &&
    box &&
    group !== null &&
    editor.history.extend(session, () => dragOutInCode(editor, id, boxCentre(translateBox(box, offset.x, offset.y)), group));
  if (typeof written === 'string') {
    editor.goTo(written);
    editor.startEditing(written, true, session);
  }
  if (written) return;
  const copy: Shape = {
    ...alike,
    id: editor.createId('sh'),
    parent_id: parent,
    index: topIndex(editor.scene, parent),
    x: tidy(source.x + corner.x + offset.x),
    y: tidy(source.y + corner.y + offset.y),
  };
  editor.transact(() => {
    if (!editor.createShapes([copy])) return;
    const joined = newConnection(editor, id, copy.id);
    if (joined) editor.createShapes([joined]);
    editor.goTo(copy.id);
  });
  editor.startEditing(copy.id, true);
}

/** The way to the nearest place on that side of the shape where nothing is yet. */
function freeOffset(editor: Editor, id: ShapeId, { out }: Side): Vec {
  const box = editor.scene.pageBounds(id) ?? { x: 0, y: 0, w: 0, h: 0 };
  const along = { x: out.x * (box.w + apart.along), y: out.y * (box.h + apart.along) };
  for (let step = 0; step <= 2 * places; step++) {
    const aside = Math.ceil(step / 2) * (step % 2 === 1 ? 1 : -1);
    const offset = {
      x: along.x + Math.abs(out.y) * aside * (box.w + apart.across),
      y: along.y + Math.abs(out.x) * aside * (box.h + apart.across),
    };
    if (isFree(editor, translateBox(box, offset.x, offset.y), -1)) return offset;
  }
  return along;
}
