import { loadIcon } from '@autograph/icons/library.node.ts';
import type { ImageLoader } from '@autograph/render';

/** Icons from the bundled library. */
export const loadImage: ImageLoader = async (source) => {
  if (source.kind !== 'icon') return undefined;
  const svg = await loadIcon(source.id);
  return svg === undefined ? undefined : { mime: 'image/svg+xml', data: svg };
};
