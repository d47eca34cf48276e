import type { ShapeId } from '@autograph/document';
import type { Box } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import type { Editor } from './editor.ts';
import { isHidden } from './hit-test.ts';
import { whatMoves } from './transient.ts';

/** A line that attracts: a side or the middle of a shape, with that shape's box, or a guide. */
export interface SnapTarget {
  readonly at: number;
  readonly box?: Box;
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

/** What a drag of the shapes can snap to: the guides of the board, and the shapes in view unless that is switched off. */
export function snapFieldAround(editor: Editor, ids: readonly ShapeId[]): SnapField {
  const boxes = boxesAround(editor, ids);
  const guides = editor.board.guides ?? [];
  const lines = (axis: 'x' | 'y', of: (box: Box) => readonly number[]): SnapTarget[] => {
    const ofShapes = boxes.flatMap((box) => of(box).map((at): SnapTarget => ({ at, box })));
    const ofGuides = guides.filter((guide) => guide.axis === axis).map(({ at }): SnapTarget => ({ at }));
    return [...ofShapes, ...ofGuides].sort((a, b) => a.at - b.at);
  };
  return {
    vertical: lines('x', (box) => [box.x, box.x + box.w / 2, box.x + box.w]),
    horizontal: lines('y', (box) => [box.y, box.y + box.h / 2, box.y + box.h]),
    boxes,
  };
}

function boxesAround({ scene, settings, visible }: Editor, ids: readonly ShapeId[]): Box[] {
  if (!settings.snapToShapes) return [];
  const inView = scene.query(visible);
  if (inView.length > mostShapes) return [];
  const { moving } = whatMoves(scene, ids);
  return inView.flatMap((id) => {
    const shape = scene.get(id);
    if (!shape || moving.has(id) || isConnector(shape) || isHidden(scene, id)) return [];
    return scene.pageBounds(id) ?? [];
  });
}
