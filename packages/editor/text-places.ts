import type { ShapeId } from '@autograph/document';
import { add, rotate, type Vec } from '@autograph/geometry';
import type { PlacedText, TextLine } from '@autograph/render';
import type { Editor } from './editor.ts';
import { hitTest } from './hit-test.ts';
import { placedText } from './text-marks.ts';

interface TextOnPage {
  readonly placed: PlacedText;
  toLocal(page: Vec): Vec;
  toPage(local: Vec): Vec;
}

function textOnPage(editor: Editor, id: ShapeId): TextOnPage | undefined {
  const shape = editor.scene.get(id);
  const placed = shape && placedText(editor, shape);
  if (!placed) return undefined;
  const corner = add(editor.scene.origin(shape), shape);
  const centre = { x: shape.w / 2, y: shape.h / 2 };
  return {
    placed,
    toLocal: ({ x, y }) => rotate({ x: x - corner.x, y: y - corner.y }, -shape.rotation, centre),
    toPage: (local) => add(rotate(local, shape.rotation, centre), corner),
  };
}

/** How far into a line an offset of the text stands, justification included, px. */
function widthTo({ layout }: PlacedText, line: TextLine, offset: number): number {
  const spaces = line.text.slice(0, offset - line.from).split(' ').length - 1;
  return layout.widthBetween(line.from, offset) + spaces * line.spacing;
}

/** The address that the text at a page point links to. */
export function linkAt(editor: Editor, page: Vec): string | undefined {
  const id = hitTest(editor.scene, page, 0, (shape) => shape.text_spans !== undefined);
  const text = id === undefined ? undefined : textOnPage(editor, id);
  if (!text) return undefined;
  const { placed } = text;
  const { layout } = placed;
  const at = text.toLocal(page);
  const line = layout.lines[Math.floor(((at.y - placed.y) / layout.height) * layout.lines.length)];
  if (!line) return undefined;
  const x = at.x - placed.x - line.x;
  return layout
    .stretches(line.from, line.to)
    .find(({ href, from, to }) => href !== undefined && x >= widthTo(placed, line, from) && x <= widthTo(placed, line, to))?.href;
}

/** Where the selection of the text being edited begins: below its line, viewport px. */
export function selectionPlace(editor: Editor): Vec | undefined {
  const { editing } = editor;
  const text = editing && textOnPage(editor, editing.shape_id);
  if (!text) return undefined;
  const { placed } = text;
  const { lines, height } = placed.layout;
  const i = Math.max(
    0,
    lines.findLastIndex(({ from }) => from <= editing.selection.from),
  );
  const line = lines[i];
  const x = line ? placed.x + line.x + widthTo(placed, line, Math.min(line.to, editing.selection.from)) : placed.x;
  return editor.toView(text.toPage({ x, y: placed.y + ((i + 1) * height) / lines.length }));
}
