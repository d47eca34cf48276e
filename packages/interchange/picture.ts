import type { ImageContent } from '@autograph/render';
import type { Sketch, Sketchpad } from './sketchpad.ts';

/** What makes a shape show a picture: vector graphics go into the shape, pixels beside the board under `key`. */
export function pictureProperties(pad: Sketchpad, key: string, image: ImageContent): Pick<Sketch, 'svg' | 'asset'> {
  if (typeof image.data === 'string') return { svg: image.data };
  pad.addImage(key, image);
  return { asset: key };
}
