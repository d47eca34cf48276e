import { inkIcon, missingIcon } from '@autograph/icons';
import type { ImageLoader } from '@autograph/render';

/** Whether asking again may help: the server is busy or away, as against having no such file. */
const passing = ({ status }: Response) => status >= 500 || status === 408 || status === 429;

/** Fetches a library icon or a board's picture from this server; a mark stands for an icon that it has not. */
export const loadBoardImage: ImageLoader = async (source) => {
  if (source.kind === 'svg') return undefined;
  const response = await fetch(source.kind === 'icon' ? `/api/icons/${encodeURIComponent(source.id)}` : `/api/assets/${source.id}`);
  if (passing(response)) throw new Error(`The server answered ${response.status}.`);
  if (source.kind === 'icon') {
    if (!response.ok && response.status !== 404) return undefined;
    return { mime: 'image/svg+xml', data: inkIcon(response.ok ? await response.text() : missingIcon, source) };
  }
  if (!response.ok) return undefined;
  return { mime: response.headers.get('content-type') ?? 'image/png', data: new Uint8Array(await response.arrayBuffer()) };
};
