import type { Shape, ShapeId } from '@autograph/document';
import { type Box, boxContainsBox, expandBox, translateBox, type Vec } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import { tidy } from './change-record.ts';
import { newShape } from './create-shape.ts';
import type { Editor } from './editor.ts';
import { topIndex } from './order.ts';
import type { ShapeDefinition } from './shape-definition.ts';
import type { Side } from './sides.ts';

/** Clear space between a shape and the copy connected to it, and between such copies, px. */
const apart = { along: 80, across: 40 };
/** How many places beside each other are tried, to either side. */
const places = 4;

/** The kind that quick connecting draws with. */
export function connectorKind(editor: Editor): ShapeDefinition | undefined {
  return [...editor.definitions].find(({ tool }) => tool?.connects);
}

/** Whether arrows from the shape can be drawn quickly. */
export function isConnectable(editor: Editor, id: ShapeId | undefined): boolean {
  const shape = id === undefined ? undefined : editor.scene.get(id);
  return shape !== undefined && !shape.locked && editor.definition(shape.type)?.bindable === true && connectorKind(editor) !== undefined;
}

/** Puts an empty shape of the same kind, size and style beside one, joins them by an arrow, and selects it; where there is room. */
export function connectNewShape(editor: Editor, id: ShapeId, side: Side): void {
  const source = editor.scene.get(id);
  const kind = connectorKind(editor);
  if (!source || !kind || !isConnectable(editor, id)) return;
  const { text: _, text_spans: __, name: ___, origin: code, ...alike } = source;
  const around = editor.scene.origin(source);
  const parent = code ? null : source.parent_id;
  const corner = code ? around : { x: 0, y: 0 };
  const offset = freeOffset(editor, id, side);
  editor.transact(() => {
    const copy: Shape = {
      ...alike,
      id: editor.createId('sh'),
      parent_id: parent,
      index: topIndex(editor.scene, parent),
      x: tidy(source.x + corner.x + offset.x),
      y: tidy(source.y + corner.y + offset.y),
    };
    editor.createShapes([copy]);
    const ends = { start: { shape_id: id }, end: { shape_id: copy.id } };
    editor.createShapes([newShape(editor, kind, parent, { ...ends, x: copy.x, y: copy.y })]);
    editor.select([copy.id]);
  });
  reveal(editor);
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
    if (isFree(editor, translateBox(box, offset.x, offset.y))) return offset;
  }
  return along;
}

/** Whether a box meets nothing but lines and what it would lie in. */
function isFree({ scene }: Editor, box: Box): boolean {
  return !scene.query(expandBox(box, -1)).some((id) => {
    const shape = scene.get(id);
    const bounds = scene.pageBounds(id);
    if (!shape || !bounds || isConnector(shape) || shape.hidden) return false;
    return !scene.definition(shape.type)?.container || !boxContainsBox(bounds, box);
  });
}

/** Moves the view as little as shows the whole selection. */
function reveal(editor: Editor): void {
  const bounds = editor.overlay.bounds?.box;
  if (!bounds) return;
  const { visible } = editor;
  const box = expandBox(bounds, 40 / editor.camera.zoom);
  const beyond = (low: number, high: number, from: number, to: number) => (low < from ? from - low : high > to ? to - high : 0);
  const x = beyond(box.x, box.x + box.w, visible.x, visible.x + visible.w);
  const y = beyond(box.y, box.y + box.h, visible.y, visible.y + visible.h);
  if (x !== 0 || y !== 0) editor.pan({ x: x * editor.camera.zoom, y: y * editor.camera.zoom });
}
