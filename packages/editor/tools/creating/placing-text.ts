import { distance } from '@autograph/geometry';
import { changeRecord, tidy } from '../../change-record.ts';
import type { Editor } from '../../editor.ts';
import { hitTest } from '../../hit-test.ts';
import type { ShapeDefinition } from '../../shape-definition.ts';
import { dragDistance, type Pointer, type ToolState } from '../tool-state.ts';
import { snappedStart, startDraft } from './draft.ts';

/** A click starts a text there, or edits the text under the pointer; a drag gives the width at which it wraps. */
export function textIdle(editor: Editor, definition: ShapeDefinition): ToolState {
  return {
    name: 'text_idle',
    pointerDown: (pointer) => placingText(editor, definition, pointer),
  };
}

function placingText(editor: Editor, definition: ShapeDefinition, start: Pointer): ToolState {
  return {
    name: 'placing_text',
    pointerUp(pointer) {
      const width = pointer.page.x - start.page.x;
      const known = hitTest(editor.scene, start.page, 4 / editor.camera.zoom, (shape) => shape.type === definition.type);
      const at = snappedStart(editor, start);
      const { shape } = startDraft(editor, definition, at);
      editor.setTool('select');
      if (known !== undefined) editor.startEditing(known);
      else if (distance(pointer.view, start.view) < dragDistance || width < 20) {
        const fitted = editor.fit(shape);
        editor.startCreating({ ...fitted, y: tidy(fitted.y - fitted.h / 2) });
      } else {
        const box = { x: shape.x, y: shape.y, w: tidy(width), h: shape.h };
        editor.startCreating(changeRecord(shape, { ...box, ...definition.resized?.(shape, box, editor.drawContext) }));
      }
      return undefined;
    },
    cancel: () => {},
  };
}
