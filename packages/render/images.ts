import type { DisplayList, ImageSource } from './display-list.ts';

/** A picture's file: text for SVG, bytes for everything else. */
export interface ImageContent {
  /** 'image/svg+xml', 'image/png', … */
  readonly mime: string;
  readonly data: string | Uint8Array;
}

/** Port: the file of an icon or of an uploaded asset; undefined when there is none. Rejects when it could not be reached. */
export type ImageLoader = (source: ImageSource) => Promise<ImageContent | undefined>;

/** Pictures that are at hand. */
export type Images = (source: ImageSource) => ImageContent | undefined;

/** Equal for sources that show the same picture. */
export function imageKey(source: ImageSource): string {
  if (source.kind === 'svg') return `svg:${source.svg}`;
  return source.kind === 'icon' ? `icon:${source.id} ${source.ground ?? ''} ${source.ink ?? ''}` : `asset:${source.id}`;
}

/** Loads every picture of a display list once. Inline SVG needs no loader; what cannot be loaded is left out. */
export async function loadImages(list: DisplayList, load: ImageLoader): Promise<Images> {
  const loaded = new Map<string, ImageContent>();
  await Promise.all(
    sourcesOf(list).map(async (source) => {
      const content = source.kind === 'svg' ? svgContent(source.svg) : await load(source).catch(() => undefined);
      if (content) loaded.set(imageKey(source), content);
    }),
  );
  return (source) => loaded.get(imageKey(source));
}

function svgContent(svg: string): ImageContent {
  return { mime: 'image/svg+xml', data: svg };
}

/** Only the pictures that a display list carries in itself. */
export const inlineImages: Images = (source) => (source.kind === 'svg' ? svgContent(source.svg) : undefined);

/** Every different picture of a display list. */
export function sourcesOf(list: DisplayList): readonly ImageSource[] {
  const sources = new Map<string, ImageSource>();
  const collect = (items: DisplayList): void => {
    for (const item of items) {
      if (item.kind === 'image') sources.set(imageKey(item.source), item.source);
      if (item.kind === 'group') collect(item.items);
    }
  };
  collect(list);
  return [...sources.values()];
}
