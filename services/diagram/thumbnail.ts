import { createCanvas, loadImage } from '@napi-rs/canvas';

/** The sizes in which a file's picture is kept, px. */
const edges = { square: { width: 256, height: 256 }, card: { width: 640, height: 400 } };

export type ThumbnailSize = keyof typeof edges;
export type ThumbnailTheme = 'light' | 'dark';

/** Which of a file's pictures. */
export interface ThumbnailForm {
  readonly size: ThumbnailSize;
  readonly theme: ThumbnailTheme;
}

export const thumbnailSizes: readonly ThumbnailSize[] = ['square', 'card'];
export const thumbnailThemes: readonly ThumbnailTheme[] = ['light', 'dark'];
export const thumbnailForms: readonly ThumbnailForm[] = thumbnailThemes.flatMap((theme) => thumbnailSizes.map((size) => ({ size, theme })));

/** Pixels kept free around the picture, as a part of the shorter edge. */
const margin = 1 / 32;

/** Where a file's picture is kept in the bucket `diagrams`. */
export const thumbnailKey = (fileId: string, { size, theme }: ThumbnailForm): string =>
  `thumbnails/${fileId}${size === 'square' ? '' : `.${size}`}${theme === 'light' ? '' : `.${theme}`}.png`;

/** Fits a picture whole into a thumbnail, never enlarged; its own ground, the colour of its corner, goes on around it. Takes and gives PNG. */
export async function fitThumbnail(picture: Uint8Array, size: ThumbnailSize): Promise<Uint8Array> {
  const { width, height } = edges[size];
  const image = await loadImage(picture);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  context.fillStyle = `rgb(${red}, ${green}, ${blue})`;
  context.fillRect(0, 0, width, height);
  const free = 2 * margin * Math.min(width, height);
  const scale = Math.min((width - free) / image.width, (height - free) / image.height, 1);
  const [w, h] = [image.width * scale, image.height * scale];
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, (width - w) / 2, (height - h) / 2, w, h);
  return canvas.encode('png');
}
