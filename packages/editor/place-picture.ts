import type { ShapeId } from '@autograph/document';
import { boxCentre, type Vec } from '@autograph/geometry';
import { newShape } from './create-shape.ts';
import type { Editor } from './editor.ts';
import { freePlace } from './free-place.ts';
import type { PictureContent } from './shape-definition.ts';

export interface Picture {
  readonly content: PictureContent;
  /** Natural size, px. */
  readonly w: number;
  readonly h: number;
  readonly name?: string;
}

/** Largest share of the view that a new picture takes. */
const share = 0.6;

/** Puts a picture on the board about a page point (where there is room in the view when absent), made smaller where it would fill the view. Gives its id; undefined when it could not be put there. */
export function placePicture(editor: Editor, { content, w, h, name }: Picture, at?: Vec): ShapeId | undefined {
  const definition = [...editor.definitions].find((candidate) => candidate.ofPicture);
  if (!definition?.ofPicture || editor.readOnly || !(w > 0 && h > 0)) return undefined;
  const scale = Math.min(1, (editor.visible.w * share) / w, (editor.visible.h * share) / h);
  const size = { w: w * scale, h: h * scale };
  const { x, y } = at ?? boxCentre(freePlace(editor, { ...size, gap: 20 }));
  const place = { ...size, x: x - size.w / 2, y: y - size.h / 2, ...(name && { name }) };
  const shape = newShape(editor, definition, null, { ...place, ...definition.ofPicture(content) });
  return editor.transact(() => {
    if (!editor.createShapes([shape])) return undefined;
    editor.select([shape.id]);
    return shape.id;
  });
}
