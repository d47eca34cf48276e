import { toPng } from '@autograph/render/raster.node.ts';
import type { Exporter } from '../../exporter.ts';
import { loadImage } from '../../load-image.ts';

export const manifest: Exporter = {
  id: 'png',
  contentType: 'image/png',
  async write(file, { scale, background }) {
    const { list, box } = file.picture();
    return Buffer.from(await toPng(list, { box, scale, loadImage, ...(background ? { background } : {}) }));
  },
};
