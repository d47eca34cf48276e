import type { ImageLoader } from '@autograph/render';

/** Fetches a library icon or a board's picture from this server. */
export const loadBoardImage: ImageLoader = async (source) => {
  if (source.kind === 'svg') return undefined;
  const response = await fetch(source.kind === 'icon' ? `/icons/${encodeURIComponent(source.id)}` : `/api/assets/${source.id}`);
  if (!response.ok) return undefined;
  if (source.kind === 'icon') return { mime: 'image/svg+xml', data: await response.text() };
  return { mime: response.headers.get('content-type') ?? 'image/png', data: new Uint8Array(await response.arrayBuffer()) };
};
