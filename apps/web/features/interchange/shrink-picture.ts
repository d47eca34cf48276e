import { maxAssetBytes } from '@autograph/contracts/assets.ts';

/** A picture as it is sent to the server: base64, and its size on the board, px. */
export interface ReadyPicture {
  readonly data: string;
  readonly w: number;
  readonly h: number;
}

/** Longer sides than this gain nothing on a board, px. */
const longestSide = 4096;

/** Decodes a picture and, where it is larger than boards need or the server takes, makes it smaller. Throws when it is none. */
export async function shrinkPicture(picture: Blob): Promise<ReadyPicture> {
  const bitmap = await createImageBitmap(picture);
  const { width: w, height: h } = bitmap;
  const scale = Math.min(1, longestSide / Math.max(w, h));
  const small = scale < 1 || picture.size > maxAssetBytes ? await redrawn(bitmap, scale) : picture;
  bitmap.close();
  return { data: await base64Of(small), w: Math.round(w * scale), h: Math.round(h * scale) };
}

async function redrawn(bitmap: ImageBitmap, scale: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
