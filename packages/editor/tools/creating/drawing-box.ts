import { boxBetween, distance, type Vec } from '@autograph/geometry';
import { tidy } from '../../change-record.ts';
import { drawInCode } from '../../code-structure.ts';
import type { Editor } from '../../editor.ts';
import { sizeBadge } from '../../overlay.ts';
import type { ShapeDefinition } from '../../shape-definition.ts';
import { createSnapper } from '../../snapper.ts';
import { dragDistance, type Pointer, type ToolState } from '../tool-state.ts';
import { type Draft, dropDraft, finishDraft, redraft, snappedStart, startDraft } from './draft.ts';

export function boxIdle(editor: Editor, definition: ShapeDefinition): ToolState {
  return {
    name: 'box_idle',
    pointerDown: (pointer) => drawingBox(editor, definition, pointer),
  };
}

/** A box is drawn from corner to corner; Shift makes it square, Alt grows it from its centre. A mere click makes one of the usual size. On free ground of a diagram as code it becomes a node of it; Ctrl keeps it a drawing. */
function drawingBox(editor: Editor, definition: ShapeDefinition, start: Pointer): ToolState {
  const from = snappedStart(editor, start);
  const snapper = createSnapper(editor, []);
  let draft: Draft | undefined;
  const self: ToolState = {
    name: 'drawing_box',
    pointerMove({ view, page, modifiers }) {
      if (!draft && distance(view, start.view) < dragDistance) return undefined;
      draft ??= startDraft(editor, definition, from);
      const snap = snapper.point(page, modifiers);
      const to = { x: page.x + snap.dx, y: page.y + snap.dy };
      draft = redraft(editor, draft, boxChange(draft.origin, from, to, modifiers));
      const { x, y, w, h } = draft.shape;
      const box = { x: x + draft.origin.x, y: y + draft.origin.y, w, h };
      editor.setGesture({ snapLines: modifiers.shift ? [] : snap.lines, badge: sizeBadge(box) });
      return undefined;
    },
    pointerUp({ device, modifiers }) {
      const made = draft ?? usualBox(editor, definition, from);
      const { shape } = made;
      editor.setPreview(null);
      const written = !modifiers.mod && drawInCode(editor, shape, draft !== undefined);
      if (written) dropDraft(editor, typeof written === 'string' ? written : undefined);
      else finishDraft(editor, made);
      if (!written && device !== 'touch') editor.inviteText(shape.id);
      return editor.settings.keepTool ? boxIdle(editor, definition) : undefined;
    },
    cancel() {
      editor.setPreview(null);
      editor.setGesture(null);
    },
  };
  return self;
}

function boxChange(origin: Vec, from: Vec, to: Vec, modifiers: Pointer['modifiers']) {
  let dx = to.x - from.x;
  let dy = to.y - from.y;
  if (modifiers.shift) {
    const side = Math.max(Math.abs(dx), Math.abs(dy));
    dx = dx < 0 ? -side : side;
    dy = dy < 0 ? -side : side;
  }
  const start = modifiers.alt ? { x: from.x - dx, y: from.y - dy } : from;
  const box = boxBetween(start, { x: from.x + dx, y: from.y + dy });
  return { x: tidy(box.x - origin.x), y: tidy(box.y - origin.y), w: Math.max(1, tidy(box.w)), h: Math.max(1, tidy(box.h)) };
}

function usualBox(editor: Editor, definition: ShapeDefinition, at: Vec): Draft {
  const draft = startDraft(editor, definition, at);
  const { shape } = draft;
  return { ...draft, shape: { ...shape, x: tidy(shape.x - shape.w / 2), y: tidy(shape.y - shape.h / 2) } };
}
