import type { Shape, ShapeChange, Terminal } from '@autograph/document';
import { distance, type Vec } from '@autograph/geometry';
import { changeRecord, tidy, translation } from '../../change-record.ts';
import { connectInCode, dragOutInCode } from '../../code-structure.ts';
import { isWithin } from '../../containment.ts';
import type { Editor } from '../../editor.ts';
import { bindableAt, containerAt } from '../../hit-test.ts';
import { topIndex } from '../../order.ts';
import type { ShapeDefinition } from '../../shape-definition.ts';
import { createSnapper } from '../../snapper.ts';
import { bindsTo } from '../select/editing-handle.ts';
import { dragDistance, type Pointer, type ToolState } from '../tool-state.ts';
import { type Draft, dropDraft, finishDraft, redraft, snappedStart, startDraft } from './draft.ts';

export function lineIdle(editor: Editor, definition: ShapeDefinition): ToolState {
  return {
    name: 'line_idle',
    pointerMove({ page, modifiers }) {
      const target = modifiers.mod ? undefined : targetAt(editor, page, '');
      const binds = target && definition.moveHandle !== undefined && bindsStart(editor, definition, page, target.id);
      editor.setGesture({ target: binds ? target.id : null });
      return undefined;
    },
    pointerDown: (pointer) =>
      drawingLine(editor, definition, pointer, { after: () => (editor.settings.keepTool ? lineIdle(editor, definition) : undefined) }),
  };
}

interface LineOptions {
  /** What the line starts at, when not at what is under the press. */
  readonly from?: Terminal;
  /** The state after it. */
  readonly after: () => ToolState | undefined;
}

/**
 * A line from press to release, or from click to click: a click with Alt is a way point, Enter ends it where the pointer is. Its ends
 * bind to the shapes there, Ctrl keeps them free; Shift steps by 45 degrees. From a shape of a diagram as code it goes into the text.
 */
export function drawingLine(editor: Editor, definition: ShapeDefinition, start: Pointer, options: LineOptions): ToolState {
  const from = targetAt(editor, start.page, '') ? start.page : snappedStart(editor, start);
  const snapper = createSnapper(editor, []);
  const begun = startLine(editor, definition, from, start.modifiers.mod, options.from);
  const passed: Vec[] = [];
  let draft: Draft = begun;
  let last = start;
  let clicked = false;
  let pressedAgain = false;
  /** Where shapes bind, nothing else attracts. */
  const snapOf = ({ page, modifiers }: Pointer) =>
    modifiers.shift || targetAt(editor, page, begun.shape.id) ? undefined : snapper.point(page, modifiers);
  const endOf = (pointer: Pointer): Vec => {
    const { page, modifiers } = pointer;
    if (modifiers.shift) return stepped(passed.at(-1) ?? from, page);
    const snap = snapOf(pointer);
    return { x: page.x + (snap?.dx ?? 0), y: page.y + (snap?.dy ?? 0) };
  };
  const self: ToolState = {
    name: 'drawing_line',
    cursor: 'crosshair',
    pointerMove(pointer) {
      last = pointer;
      const to = endOf(pointer);
      const snap = snapOf(pointer);
      const { mod, shift } = pointer.modifiers;
      const target = mod || shift ? undefined : targetAt(editor, to, begun.shape.id);
      const points = passed.map(({ x, y }) => [tidy(x - begun.origin.x), tidy(y - begun.origin.y)]);
      const change = endChange(editor, definition, begun, 'end', to, target?.id);
      draft = redraft(editor, begun, points.length > 0 ? { ...change, points } : change);
      editor.setGesture({
        target: target && bindsTo(editor, begun.shape.id, target.id) ? target.id : null,
        snapLines: snap?.lines ?? [],
      });
      return undefined;
    },
    pointerDown() {
      pressedAgain = true;
      return undefined;
    },
    pointerUp(pointer) {
      const isClick = distance(pointer.view, start.view) < dragDistance;
      if (isClick && !clicked) {
        clicked = true;
        return undefined;
      }
      if (clicked && !pressedAgain) return undefined;
      pressedAgain = false;
      self.pointerMove?.(pointer);
      if (clicked && pointer.modifiers.alt) {
        passed.push(endOf(pointer));
        return undefined;
      }
      if (isClick && passed.length === 0) {
        self.cancel?.();
        return options.after();
      }
      return self.finish?.();
    },
    finish() {
      const isWritten = !last.modifiers.mod && passed.length === 0 && writeLine(editor, definition, draft.shape, last.page);
      if (!isWritten) finishDraft(editor, settled(editor, draft, last.page));
      return options.after();
    },
    cancel() {
      editor.setPreview(null);
      editor.setGesture(null);
    },
  };
  return self;
}

/** Writes an arrow that begins at a shape from code into the diagram's text, with a new node to be named where it ends at none; false when it stays a drawing. */
function writeLine(editor: Editor, definition: ShapeDefinition, { start, end }: Shape, page: Vec): boolean {
  const from = start?.shape_id;
  if (!definition.tool?.connects || from === undefined) return false;
  const to = end?.shape_id;
  const isAround = to !== undefined && to !== from && isWithin(editor.scene, from, to);
  const makesNode = to === undefined || isAround;
  // The name that is typed for a new node is no act of its own.
  const session = {};
  const written = makesNode
    ? editor.history.extend(session, () => dragOutInCode(editor, from, page))
    : connectInCode(editor, from, to, page);
  if (written === false) return false;
  const made = typeof written === 'string' ? written : undefined;
  dropDraft(editor, made);
  if (makesNode && made !== undefined) editor.startEditing(made, true, session);
  return true;
}

function startLine(editor: Editor, definition: ShapeDefinition, from: Vec, free: boolean, bound?: Terminal): Draft {
  const draft = startDraft(editor, definition, from, { w: 0, h: 0 });
  const point = { x: tidy(from.x - draft.origin.x), y: tidy(from.y - draft.origin.y) };
  const line = { ...draft, shape: changeRecord(draft.shape, { start: point, end: point }) };
  if (bound) return { ...line, shape: changeRecord(line.shape, { start: bound }) };
  const target = free ? undefined : targetAt(editor, from, draft.shape.id);
  return { ...line, shape: changeRecord(line.shape, endChange(editor, definition, line, 'start', from, target?.id)) };
}

/** What the kind makes of an end dragged to a page point. */
function endChange(
  editor: Editor,
  definition: ShapeDefinition,
  draft: Draft,
  side: 'start' | 'end',
  page: Vec,
  target: string | undefined,
): ShapeChange {
  const { shape, origin } = draft;
  const at = { x: tidy(page.x - origin.x), y: tidy(page.y - origin.y) };
  const local = { x: at.x - shape.x, y: at.y - shape.y };
  const targetShape = target === undefined ? undefined : editor.scene.get(target);
  return definition.moveHandle?.(shape, side, local, targetShape, editor.scene) ?? { [side]: at };
}

function bindsStart(editor: Editor, definition: ShapeDefinition, page: Vec, target: string): boolean {
  return startLine(editor, definition, page, false).shape.start?.shape_id === target;
}

function targetAt(editor: Editor, page: Vec, self: string) {
  return bindableAt(editor.scene, page, self, 8 / editor.camera.zoom);
}

/** A line that leaves the container it began in belongs to the page. */
function settled(editor: Editor, draft: Draft, end: Vec): Draft {
  if (draft.parent === null || containerAt(editor.scene, end, new Set()) === draft.parent) return draft;
  const { x, y } = draft.origin;
  const change = { ...translation(draft.shape, x, y), parent_id: null, index: topIndex(editor.scene, null) };
  return { ...draft, shape: changeRecord(draft.shape, change) };
}

function stepped(from: Vec, to: Vec): Vec {
  const length = distance(from, to);
  const step = (Math.round(Math.atan2(to.y - from.y, to.x - from.x) / (Math.PI / 4)) * Math.PI) / 4;
  return { x: from.x + length * Math.cos(step), y: from.y + length * Math.sin(step) };
}
