import { toPng } from '@autograph/render/raster.node.ts';
import type { Exporter } from '../../exporter.ts';

export const manifest: Exporter = {
  id: 'png',
  contentType: 'image/png',
  label: 'PNG picture (2×)',
  icon: 'file-image',
  shows: 'canvas',
  rank: 10,
  scale: 2,
  async write(file, { scale, background }) {
    const { list, box } = file.picture();
    return Buffer.from(await toPng(list, { box, scale, loadImage: file.loadImage, ...(background ? { background } : {}) }));
  },
};
