import type { ShapeId } from '@autograph/document';
import { translateBox } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import { connectGrips } from './connect-grips.ts';
import type { Editor } from './editor.ts';
import { foldButton } from './folding.ts';
import { gripsOf } from './grips.ts';
import { isPinned } from './lay-out.ts';
import { type Badge, badgeBelow, type FoldMark, type GuideLine, noGesture, type Overlay, type TurnedBox } from './overlay.ts';
import { selectionBox, turnedBoxOf } from './selection.ts';

/** More than this many selected shapes are framed together only. */
const framedAtMost = 200;

/** The frame around the selection, found anew only after a change of what it encloses: a camera move or a drag of thousands must not visit each. */
export class SelectionFrame {
  #frame: TurnedBox | null | undefined;
  #dx = 0;
  #dy = 0;

  forget(): void {
    this.#frame = undefined;
  }

  of({ scene, selection }: Editor): TurnedBox | null {
    const { dx, dy } = scene.transient ?? { dx: 0, dy: 0 };
    if (this.#frame === undefined) this.#frame = selectionBox(scene, selection) ?? null;
    else if (this.#frame && (dx !== this.#dx || dy !== this.#dy))
      this.#frame = { ...this.#frame, box: translateBox(this.#frame.box, dx - this.#dx, dy - this.#dy) };
    this.#dx = dx;
    this.#dy = dy;
    return this.#frame;
  }
}

/** All that is painted over the board now: the frames of what is selected and hovered, grips, and what a gesture shows. */
export function composeOverlay(editor: Editor, frame: SelectionFrame): Overlay {
  const { scene, selection, hovered, focused } = editor;
  const bounds = frame.of(editor);
  const few = selection.length <= framedAtMost ? selection : [];
  const marked = [...new Set(hovered === null ? few : [...few, hovered])];
  const under = hovered === null || selection.includes(hovered) ? undefined : turnedBoxOf(scene, hovered);
  return {
    ...editor.gesture,
    hovered: under ?? null,
    focused: (focused === null || selection.length > 1 ? undefined : turnedBoxOf(scene, focused)) ?? null,
    selected: few.flatMap((id) => (framesApart(editor, id) ? (turnedBoxOf(scene, id) ?? []) : [])),
    bounds,
    grips: scene.transient ? [] : [...gripsOf(editor, bounds), ...connectGrips(editor)],
    guides: guideLines(editor),
    folds: marked.flatMap((id) => foldMark(editor, id) ?? []),
    locks: marked.flatMap((id) => (scene.get(id)?.locked ? (turnedBoxOf(scene, id) ?? []) : [])),
    pins: marked.flatMap((id) => (isPinned(editor, id) ? (turnedBoxOf(scene, id) ?? []) : [])),
    hint: hintOf(editor),
  };
}

/** While a shape just drawn is still empty: the key that opens its text. */
function hintOf({ scene, invited, editing, gesture, keymap }: Editor): Badge | null {
  const box = invited === null || editing || scene.transient || gesture !== noGesture ? undefined : scene.pageBounds(invited);
  const [key] = keymap.keysOf('edit_text');
  return box && key !== undefined && !scene.get(invited ?? '')?.text ? badgeBelow(box, `${key} to write`) : null;
}

/** Among several, lines go without a frame of their own: a straight one's would strike through its caption. */
function framesApart({ scene, selection }: Editor, id: ShapeId): boolean {
  const shape = scene.get(id);
  return selection.length === 1 || !shape || !isConnector(shape);
}

function foldMark(editor: Editor, id: ShapeId): FoldMark | undefined {
  const box = foldButton(editor, id);
  return box && { box, folded: editor.scene.get(id)?.collapsed === true };
}

function guideLines({ board, gesture, focusedGuide }: Editor): GuideLine[] {
  const dragged = gesture.guide;
  const resting = (board.guides ?? []).filter(({ id }) => id !== dragged?.id);
  const lines = resting.map(({ id, axis, at }) => ({ axis, at, focused: id === focusedGuide }));
  return dragged && dragged.at !== null ? [...lines, { axis: dragged.axis, at: dragged.at, focused: true }] : lines;
}
