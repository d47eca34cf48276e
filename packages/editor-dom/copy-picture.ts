import type { Drawn } from '@autograph/editor';
import { type ImageLoader, type ImageSource, imageKey, loadImages, type Pixels, paintCanvas, sourcesOf, toSvg } from '@autograph/render';
import { decodeImage } from './decode-image.ts';

/** Pixels of a copied picture per px of the board. */
const scale = 2;

/** A drawing as SVG that needs no other file. */
export async function svgOf({ list, box }: Drawn, loadImage: ImageLoader): Promise<string> {
  return toSvg(list, { box, scale: 1, images: await loadImages(list, loadImage) });
}

/** A drawing as a PNG file, twice the size of the board at 100 %. Rejects where the browser gives no canvas. */
export async function pngOf({ list, box }: Drawn, background: string, loadImage: ImageLoader): Promise<Blob> {
  const canvas = new OffscreenCanvas(Math.ceil(box.w * scale), Math.ceil(box.h * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas.');
  const image = await decoded(list, loadImage);
  const paint = () => {
    context.resetTransform();
    context.fillStyle = background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
    paintCanvas(context, list, { image });
  };
  paint();
  // A font of a script is asked for by the first letter that needs it, which is painted in another until it has come.
  await document.fonts.ready;
  paint();
  return canvas.convertToBlob({ type: 'image/png' });
}

async function decoded(list: Drawn['list'], loadImage: ImageLoader): Promise<(source: ImageSource) => Pixels | undefined> {
  const images = await loadImages(list, loadImage);
  const ready = new Map<string, Pixels>();
  for (const source of sourcesOf(list)) {
    const content = images(source);
    const image = content && (await decodeImage(content).catch(() => undefined));
    if (image) ready.set(imageKey(source), image);
  }
  return (source) => ready.get(imageKey(source));
}
