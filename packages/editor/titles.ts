import type { Shape, ShapeId } from '@autograph/document';
import { boxesIntersect, type Vec } from '@autograph/geometry';
import type { Editor } from './editor.ts';
import { isHidden } from './hit-test.ts';
import { titleDrop } from './title-room.ts';

/** The smallest letters that can be read, px of the screen. */
export const leastLetters = 11;
/** Narrower than this on the screen a shape shows no title, px. */
const narrowest = 28;

/** How many times larger than the board a shape's title must be shown to be read from afar. */
export function titleScale(editor: Pick<Editor, 'camera' | 'definition'>, shape: Shape): number {
  const heading = editor.definition(shape.type)?.heading;
  return heading ? Math.max(1, leastLetters / (heading.letters(shape) * editor.camera.zoom)) : 1;
}

/** A title that is shown over the board instead of in its shape. */
export interface LiftedTitle {
  readonly shape: Shape;
  /** Top left, viewport px. */
  readonly at: Vec;
  /** Viewport px for one px of the title. */
  readonly scale: number;
  /** What it may take, px of the title. */
  readonly width: number;
  readonly height: number;
  /** Whether it is being typed: then it is shown whole. */
  readonly typed: boolean;
}

/** Of the shapes in an area of the page, px, those whose titles are too small to be read in them and have room to be larger, or are being typed; none of a shape too small for any. */
export function liftedTitles(editor: Editor, ids: Iterable<ShapeId>, area = editor.visible): LiftedTitle[] {
  const { scene, camera } = editor;
  return [...ids].flatMap((id) => {
    const shape = scene.get(id);
    const bounds = scene.pageBounds(id);
    const heading = shape && editor.definition(shape.type)?.heading;
    if (!heading || !bounds || !boxesIntersect(bounds, area) || isHidden(scene, id)) return [];
    const typed = editor.editing?.shape_id === id;
    const wanted = titleScale(editor, shape);
    if (!typed && (wanted === 1 || bounds.w * camera.zoom < narrowest)) return [];
    const times = typed ? wanted : Math.min(wanted, editor.titleRoom.of(shape));
    if (!typed && times === 1) return [];
    const box = heading.box(shape);
    const line = heading.letters(shape) * 1.3;
    const bottom = box.y + (box.h + line) / 2 + titleDrop(heading, shape, times);
    const at = editor.toView({ x: bounds.x + box.x, y: bounds.y + bottom - ((box.h + line) / 2) * times });
    return [{ shape, at, scale: times * camera.zoom, width: box.w / times, height: box.h, typed }];
  });
}
