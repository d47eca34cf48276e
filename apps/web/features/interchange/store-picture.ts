import { uploadAsset } from '@autograph/contracts/assets.ts';
import type { Picture } from '@autograph/editor';
import { svgSize } from '@autograph/editor/svg-size.ts';
import type { ImageContent } from '@autograph/render';
import { api } from '@/lib/api.ts';
import { shrinkPicture } from './shrink-picture.ts';

/** Keeps a picture where the board can show it: vector graphics in the shape itself, pixels beside the file. Throws when it is no picture. */
export async function storePicture(fileId: string, { mime, data }: ImageContent): Promise<Picture> {
  if (mime === 'image/svg+xml') {
    const svg = typeof data === 'string' ? data : new TextDecoder().decode(data);
    return { content: { svg }, ...(svgSize(svg) ?? { w: 300, h: 150 }) };
  }
  const { data: base64, w, h } = await shrinkPicture(new Blob([typeof data === 'string' ? data : new Uint8Array(data)], { type: mime }));
  const { id } = await api(uploadAsset, { params: { id: fileId }, body: { data: base64 } });
  return { content: { asset: id }, w, h };
}
