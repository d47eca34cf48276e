import type { Shape, ShapeId } from '@autograph/document';
import { boxesIntersect, type Vec } from '@autograph/geometry';
import type { Editor } from './editor.ts';
import { isHidden } from './hit-test.ts';

/** The smallest letters that can be read, px of the screen. */
export const leastLetters = 11;
/** Narrower than this on the screen a shape shows no title, px. */
const narrowest = 28;

/** How many times larger than the board a shape's title is shown, so that it can be read from afar. */
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

/** Of the shapes in an area of the page, px, those whose titles are too small to be read in them, or are being typed, unless the shape is too small for any. */
export function liftedTitles(editor: Editor, ids: Iterable<ShapeId>, area = editor.visible): LiftedTitle[] {
  const { scene, camera } = editor;
  return [...ids].flatMap((id) => {
    const shape = scene.get(id);
    const bounds = scene.pageBounds(id);
    const heading = shape && editor.definition(shape.type)?.heading;
    if (!heading || !bounds || !boxesIntersect(bounds, area) || isHidden(scene, id)) return [];
    const times = titleScale(editor, shape);
    const typed = editor.editing?.shape_id === id;
    if (!typed && (times === 1 || bounds.w * camera.zoom < narrowest)) return [];
    const box = heading.box(shape);
    const scale = times * camera.zoom;
    // It grows upwards from the bottom of its line: below is what the shape holds.
    const { x, y } = editor.toView({ x: bounds.x + box.x, y: bounds.y + box.y + box.h });
    return [{ shape, at: { x, y: y - box.h * scale }, scale, width: box.w / times, height: box.h, typed }];
  });
}
