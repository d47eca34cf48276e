import type { Shape } from '@autograph/document';
import { boxAround, distance } from '@autograph/geometry';
import { changeRecord } from '../../change-record.ts';
import type { Editor } from '../../editor.ts';
import type { ShapeDefinition } from '../../shape-definition.ts';
import type { Pointer, ToolState } from '../tool-state.ts';
import { type Draft, finishDraft, startDraft } from './draft.ts';

export function freehandIdle(editor: Editor, definition: ShapeDefinition): ToolState {
  return {
    name: 'freehand_idle',
    pointerDown: (pointer) => drawingFreehand(editor, definition, pointer),
  };
}

/** The track of the pointer with its pressure; samples closer than half a viewport px are the same point. */
function drawingFreehand(editor: Editor, definition: ShapeDefinition, start: Pointer): ToolState {
  const draft = startDraft(editor, definition, start.page);
  const track: [number, number, number][] = [];
  const add = ({ page, pressure }: Pointer) => {
    const at = { x: page.x - draft.origin.x, y: page.y - draft.origin.y };
    const last = track.at(-1);
    if (last && distance({ x: last[0], y: last[1] }, at) < 0.5 / editor.camera.zoom) return;
    track.push([at.x, at.y, pressure > 0 ? pressure : 0.5]);
  };
  add(start);
  return {
    name: 'drawing_freehand',
    pointerMove(pointer) {
      add(pointer);
      editor.setPreview([tracked(draft, track)]);
      return undefined;
    },
    pointerUp(pointer) {
      add(pointer);
      finishDraft(editor, { ...draft, shape: tracked(draft, track) }, true);
      editor.select([]);
      return freehandIdle(editor, definition);
    },
    cancel: () => editor.setPreview(null),
  };
}

function tracked(draft: Draft, track: readonly (readonly [number, number, number])[]): Shape {
  const box = boxAround(track.map(([x, y]) => ({ x, y }))) ?? { x: 0, y: 0, w: 0, h: 0 };
  const round = (value: number) => Math.round(value * 100) / 100;
  const points = track.map(([x, y, pressure]) => [round(x - box.x), round(y - box.y), round(pressure)]);
  return changeRecord(draft.shape, { x: round(box.x), y: round(box.y), w: round(box.w), h: round(box.h), points });
}
