import { createCanvas, loadImage } from '@napi-rs/canvas';

/** The sizes in which a file's picture is kept, px. */
const edges = { square: { width: 256, height: 256 }, card: { width: 640, height: 400 } };

export type ThumbnailSize = keyof typeof edges;
export const thumbnailSizes: readonly ThumbnailSize[] = ['square', 'card'];

/** Pixels kept free around the picture, as a part of the shorter edge. */
const margin = 1 / 32;

/** Where a file's picture of a size is kept in the bucket `diagrams`. */
export const thumbnailKey = (fileId: string, size: ThumbnailSize): string =>
  `thumbnails/${fileId}${size === 'square' ? '' : `.${size}`}.png`;

/** Fits a picture whole into a thumbnail on white, never enlarged. Takes and gives PNG. */
export async function fitThumbnail(picture: Uint8Array, size: ThumbnailSize): Promise<Uint8Array> {
  const { width, height } = edges[size];
  const image = await loadImage(picture);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  const free = 2 * margin * Math.min(width, height);
  const scale = Math.min((width - free) / image.width, (height - free) / image.height, 1);
  const [w, h] = [image.width * scale, image.height * scale];
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, (width - w) / 2, (height - h) / 2, w, h);
  return canvas.encode('png');
}
