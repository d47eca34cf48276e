import type { ShapeId } from '@autograph/document';
import { changeRecord } from '../../change-record.ts';
import type { Editor } from '../../editor.ts';
import { hitTest } from '../../hit-test.ts';
import type { Pointer, ToolState } from '../tool-state.ts';

/** What the eraser has touched is faint until it leaves the board; then it is gone, as one step. Locked shapes stay. */
export function erasing(editor: Editor, start: Pointer): ToolState {
  const touched = new Set<ShapeId>();
  const touch = ({ page }: Pointer) => {
    const hit = hitTest(editor.scene, page, 8 / editor.camera.zoom, ({ id, locked }) => !locked && !touched.has(id));
    if (hit === undefined) return;
    touched.add(hit);
    editor.setPreview([...touched].flatMap((id) => editor.scene.get(id) ?? []).map((shape) => changeRecord(shape, { opacity: 0.2 })));
  };
  const end = () => editor.setPreview(null);
  touch(start);
  return {
    name: 'erasing',
    cursor: 'cell',
    pointerMove(pointer) {
      touch(pointer);
      return undefined;
    },
    pointerUp() {
      end();
      editor.deleteShapes([...touched]);
      editor.setTool(editor.tool);
      return undefined;
    },
    cancel: end,
  };
}
