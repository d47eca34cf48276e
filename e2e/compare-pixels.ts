import { createCanvas, loadImage } from '@napi-rs/canvas';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, 0..255, row by row. */
  readonly data: Uint8ClampedArray;
}

/** The pixels of a PNG file within a border, px. */
async function decode(png: Uint8Array, border = 0): Promise<Picture> {
  const image = await loadImage(Buffer.from(png));
  const [width, height] = [image.width - 2 * border, image.height - 2 * border];
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, -border, -border);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

/** The largest difference of a colour channel between two pixels, 0..255. */
function distance(a: Picture, i: number, b: Picture, j: number): number {
  return Math.max(...[0, 1, 2].map((channel) => Math.abs((a.data[i + channel] ?? 0) - (b.data[j + channel] ?? 0))));
}

/** Whether something like the pixel of one picture is at its place, or next to it, in the other: edges are smoothed differently. */
function hasMatch(a: Picture, x: number, y: number, b: Picture, tolerance: number): boolean {
  const i = (y * a.width + x) * 4;
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++) {
      const [nx, ny] = [x + dx, y + dy];
      if (nx < 0 || ny < 0 || nx >= b.width || ny >= b.height) continue;
      if (distance(a, i, b, (ny * b.width + nx) * 4) <= tolerance) return true;
    }
  return false;
}

/**
 * The share of pixels, 0..1, that two PNG files of one size (but for a border that the other has more) show differently beyond the smoothing of edges: such a pixel's
 * colour is not found, within `tolerance` of 255, at its place or beside it in the other. Throws when the sizes differ.
 */
export async function differingShare(one: Uint8Array, other: Uint8Array, border = 0, tolerance = 8): Promise<number> {
  const [a, b] = await Promise.all([decode(one), decode(other, border)]);
  if (a.width !== b.width || a.height !== b.height) throw new Error(`${a.width} x ${a.height} against ${b.width} x ${b.height}`);
  let differing = 0;
  for (let y = 0; y < a.height; y++)
    for (let x = 0; x < a.width; x++) {
      const i = (y * a.width + x) * 4;
      if (distance(a, i, b, i) > tolerance && !(hasMatch(a, x, y, b, tolerance) && hasMatch(b, x, y, a, tolerance))) differing++;
    }
  return differing / (a.width * a.height);
}
