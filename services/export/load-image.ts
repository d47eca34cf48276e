import { getAsset } from '@autograph/contracts';
import { loadIcon } from '@autograph/icons/library.node.ts';
import type { ImageLoader } from '@autograph/render';
import type { Identity, Kit } from '@autograph/service-kit';

/** Icons from the bundled library, and the pictures that a person may see. */
export function imageLoader(kit: Kit, identity: Identity): ImageLoader {
  return async (source) => {
    if (source.kind === 'icon') {
      const svg = await loadIcon(source.id);
      return svg === undefined ? undefined : { mime: 'image/svg+xml', data: svg };
    }
    if (source.kind !== 'asset') return undefined;
    const picture = await kit.call(getAsset, { params: { id: source.id } }, { identity });
    return { mime: picture.headers.get('content-type') ?? 'image/png', data: new Uint8Array(await picture.arrayBuffer()) };
  };
}
