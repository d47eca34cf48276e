import type { ImageContent, Pixels } from '@autograph/render';

function urlOf({ mime, data }: ImageContent): string {
  return URL.createObjectURL(new Blob([typeof data === 'string' ? data : new Uint8Array(data)], { type: mime }));
}

/** Makes a picture's file ready to paint; rejects when it is none. */
export async function decodeImage(content: ImageContent): Promise<Pixels> {
  const url = urlOf(content);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}
