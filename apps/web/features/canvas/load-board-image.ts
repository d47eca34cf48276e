import type { ImageLoader } from '@autograph/render';

/** Fetches a library icon from this server. */
export const loadBoardImage: ImageLoader = async (source) => {
  if (source.kind !== 'icon') return undefined;
  const response = await fetch(`/icons/${encodeURIComponent(source.id)}`);
  return response.ok ? { mime: 'image/svg+xml', data: await response.text() } : undefined;
};
