import { getAsset } from '@autograph/contracts';
import { loadIconOrMark } from '@autograph/icons/library.node.ts';
import type { ImageLoader } from '@autograph/render';
import type { Identity, Kit } from '@autograph/service-kit';

/** Icons from the bundled library, a mark for what it has not; and the pictures that a person may see. */
export function imageLoader(kit: Kit, identity: Identity): ImageLoader {
  return async (source) => {
    if (source.kind === 'icon') return { mime: 'image/svg+xml', data: await loadIconOrMark(source.id, source) };
    if (source.kind !== 'asset') return undefined;
    const picture = await kit.call(getAsset, { params: { id: source.id } }, { identity });
    return { mime: picture.headers.get('content-type') ?? 'image/png', data: new Uint8Array(await picture.arrayBuffer()) };
  };
}
