import { createCanvas, loadImage } from '@napi-rs/canvas';

/** Pixels of a thumbnail's edge. */
export const thumbnailSize = 256;
/** Pixels kept free around the picture. */
const margin = 8;

/** Fits a picture into a square thumbnail on white, never enlarged. Takes and gives PNG. */
export async function fitThumbnail(picture: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(picture);
  const canvas = createCanvas(thumbnailSize, thumbnailSize);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, thumbnailSize, thumbnailSize);
  const room = thumbnailSize - 2 * margin;
  const scale = Math.min(room / image.width, room / image.height, 1);
  const [w, h] = [image.width * scale, image.height * scale];
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, (thumbnailSize - w) / 2, (thumbnailSize - h) / 2, w, h);
  return canvas.encode('png');
}
