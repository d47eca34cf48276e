import { type ImageContent, type ImageLoader, type ImageSource, imageKey, type Pixels } from '@autograph/render';

/** Pauses before pictures that could not be fetched are asked for again, ms. */
const firstPause = 1_000;
const longestPause = 60_000;

export interface ImageCacheOptions {
  readonly load: ImageLoader;
  /** Rejects when the file is no picture. */
  readonly decode: (content: ImageContent) => Promise<Pixels>;
  /** Called whenever another picture is ready. */
  readonly onLoad: (source: ImageSource) => void;
}

export interface ImageCache {
  /** The picture, once it is there; asking for it starts loading it. */
  image(source: ImageSource): Pixels | undefined;
  /** Asks at once for what could not be fetched: the network is back. */
  retry(): void;
  close(): void;
}

/** Pictures ready to paint. One that the loader could not fetch is asked for again, after longer and longer pauses; one that there is not stays blank. */
export function createImageCache({ load, decode, onLoad }: ImageCacheOptions): ImageCache {
  const images = new Map<string, Pixels | null>();
  const missed = new Map<string, ImageSource>();
  let pause = firstPause;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const miss = (key: string, source: ImageSource) => {
    if (closed) return;
    missed.set(key, source);
    timer ??= setTimeout(() => {
      pause = Math.min(pause * 2, longestPause);
      retry();
    }, pause);
  };

  const fetchImage = async (key: string, source: ImageSource) => {
    let content: ImageContent | undefined;
    try {
      content = source.kind === 'svg' ? { mime: 'image/svg+xml', data: source.svg } : await load(source);
    } catch {
      miss(key, source);
      return;
    }
    const pixels = content && (await decode(content).catch(() => undefined));
    if (!pixels) return;
    pause = firstPause;
    images.set(key, pixels);
    onLoad(source);
  };

  function retry(): void {
    clearTimeout(timer);
    timer = undefined;
    const again = [...missed];
    missed.clear();
    for (const [key, source] of again) void fetchImage(key, source);
  }

  return {
    image(source) {
      const key = imageKey(source);
      const known = images.get(key);
      if (known === undefined) {
        images.set(key, null);
        void fetchImage(key, source);
      }
      return known ?? undefined;
    },
    retry,
    close() {
      closed = true;
      clearTimeout(timer);
      missed.clear();
    },
  };
}
