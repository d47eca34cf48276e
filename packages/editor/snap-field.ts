import type { ShapeId } from '@autograph/document';
import type { Box } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import type { Editor } from './editor.ts';
import { isHidden } from './hit-test.ts';
import { whatMoves } from './transient.ts';

/** A line that attracts: a side or the middle of a shape, with that shape's box. */
export interface SnapTarget {
  readonly at: number;
  readonly box: Box;
}

/** The lines of the shapes in view that do not move, ascending. */
export interface SnapField {
  readonly vertical: readonly SnapTarget[];
  readonly horizontal: readonly SnapTarget[];
  /** The boxes themselves. */
  readonly boxes: readonly Box[];
}

/** With more shapes in view than this, lines are everywhere and would only disturb. */
const mostShapes = 2000;

const empty: SnapField = { vertical: [], horizontal: [], boxes: [] };

/** What a drag of the shapes can snap to. */
export function snapFieldAround(editor: Editor, ids: readonly ShapeId[]): SnapField {
  const { scene, settings } = editor;
  if (!settings.snapToShapes) return empty;
  const inView = scene.query(editor.visible);
  if (inView.length > mostShapes) return empty;
  const { moving } = whatMoves(scene, ids);
  const boxes = inView.flatMap((id) => {
    const shape = scene.get(id);
    if (!shape || moving.has(id) || isConnector(shape) || isHidden(scene, id)) return [];
    return scene.pageBounds(id) ?? [];
  });
  const lines = (of: (box: Box) => readonly number[]): SnapTarget[] =>
    boxes.flatMap((box) => of(box).map((at) => ({ at, box }))).sort((a, b) => a.at - b.at);
  return {
    vertical: lines((box) => [box.x, box.x + box.w / 2, box.x + box.w]),
    horizontal: lines((box) => [box.y, box.y + box.h / 2, box.y + box.h]),
    boxes,
  };
}
