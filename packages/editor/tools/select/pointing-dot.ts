import { distance } from '@autograph/geometry';
import { connectorKind } from '../../connections.ts';
import type { Editor } from '../../editor.ts';
import type { Grip } from '../../overlay.ts';
import { connectNewShape } from '../../quick-connect.ts';
import { sides } from '../../sides.ts';
import { drawingLine } from '../creating/drawing-line.ts';
import { dragDistance, type Pointer, type ToolState } from '../tool-state.ts';
import { idle } from './idle.ts';

/** Pressed on a dot beside a shape: a drag draws an arrow from that side, a click makes a connected shape there. */
export function pointingDot(editor: Editor, grip: Grip, start: Pointer): ToolState {
  const kind = connectorKind(editor);
  const side = sides.find(({ id }) => id === grip.id);
  const shape = grip.shape;
  if (!kind || !side || shape === undefined) return idle(editor);
  const from = { shape_id: shape, anchor: side.middle };
  return {
    name: 'pointing_dot',
    cursor: 'crosshair',
    pointerMove(pointer) {
      if (distance(pointer.view, start.view) < dragDistance) return undefined;
      const drawing = drawingLine(editor, kind, start, { from, after: () => idle(editor) });
      drawing.pointerMove?.(pointer);
      return drawing;
    },
    pointerUp() {
      connectNewShape(editor, shape, side);
      return idle(editor);
    },
    cancel: () => {},
  };
}
