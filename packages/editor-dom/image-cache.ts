import type { ImageSource } from '@autograph/render';
import { type ImageContent, type ImageLoader, imageKey, type Pixels } from '@autograph/render';

function urlOf({ mime, data }: ImageContent): string {
  return URL.createObjectURL(new Blob([typeof data === 'string' ? data : new Uint8Array(data)], { type: mime }));
}

async function decode(content: ImageContent): Promise<HTMLImageElement> {
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

/** Pictures ready to paint; asking for one that is not starts loading it, and `onLoad` is called once it is there. */
export function createImageCache(load: ImageLoader, onLoad: (source: ImageSource) => void) {
  const images = new Map<string, HTMLImageElement | null>();

  const fetchImage = async (source: ImageSource, key: string) => {
    const content: ImageContent | undefined = source.kind === 'svg' ? { mime: 'image/svg+xml', data: source.svg } : await load(source);
    if (!content) return;
    images.set(key, await decode(content));
    onLoad(source);
  };

  return (source: ImageSource): Pixels | undefined => {
    const key = imageKey(source);
    const known = images.get(key);
    if (known === undefined) {
      images.set(key, null);
      // A picture that cannot be loaded stays blank; the shape around it shows its label.
      void fetchImage(source, key).catch(() => undefined);
    }
    return known ?? undefined;
  };
}
