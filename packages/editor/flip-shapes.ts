import type { Shape, ShapeChange, ShapeId, Terminal } from '@autograph/document';
import type { Box } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import { tidy } from './change-record.ts';
import type { Editor } from './editor.ts';
import { shownSize } from './folding.ts';
import type { ShapeUpdate } from './plan-changes.ts';
import { leaves } from './resize-shapes.ts';

export type Mirror = 'horizontal' | 'vertical';

/** The shapes mirrored in the middle of the box; what a container holds goes along as it is. */
export function flipped(editor: Editor, ids: readonly ShapeId[], box: Box, mirror: Mirror): ShapeUpdate[] {
  const shapes = leaves(editor, ids);
  const known = new Set(shapes.map(({ id }) => id));
  return shapes.map((shape) => {
    const origin = editor.scene.origin(shape);
    const sum = mirror === 'horizontal' ? 2 * (box.x - origin.x) + box.w : 2 * (box.y - origin.y) + box.h;
    const change = isConnector(shape) ? connector(shape, sum, mirror, known) : solid(editor, shape, sum, mirror);
    return { id: shape.id, change };
  });
}

function solid(editor: Editor, shape: Shape, sum: number, mirror: Mirror): ShapeChange {
  const { w, h } = shownSize(shape, editor.definition(shape.type));
  const rotation = (360 - (shape.rotation % 360)) % 360;
  const points = shape.points?.map(([x = 0, y = 0, ...rest]) =>
    mirror === 'horizontal' ? [shape.w - x, y, ...rest] : [x, shape.h - y, ...rest],
  );
  const place = mirror === 'horizontal' ? { x: tidy(sum - shape.x - w) } : { y: tidy(sum - shape.y - h) };
  return { ...place, ...(rotation !== shape.rotation && { rotation }), ...(points && { points }) };
}

function connector(shape: Shape, sum: number, mirror: Mirror, known: ReadonlySet<ShapeId>): ShapeChange {
  const place = (x: number, y: number) => (mirror === 'horizontal' ? { x: sum - x, y } : { x, y: sum - y });
  const end = (terminal: Terminal | undefined): Terminal | undefined => {
    if (terminal?.shape_id === undefined) {
      return terminal?.x === undefined || terminal.y === undefined ? terminal : { ...terminal, ...place(terminal.x, terminal.y) };
    }
    const { anchor } = terminal;
    if (!anchor || !known.has(terminal.shape_id)) return terminal;
    return { ...terminal, anchor: mirror === 'horizontal' ? { x: 1 - anchor.x, y: anchor.y } : { x: anchor.x, y: 1 - anchor.y } };
  };
  const points = shape.points?.map(([x = 0, y = 0, ...rest]) => {
    const at = place(x, y);
    return [at.x, at.y, ...rest];
  });
  return { ...place(shape.x, shape.y), start: end(shape.start), end: end(shape.end), ...(points && { points }) };
}
