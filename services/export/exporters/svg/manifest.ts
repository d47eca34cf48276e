import { loadImages, toSvg } from '@autograph/render';
import { embeddedFontCss } from '@autograph/render/fonts.node.ts';
import type { Exporter } from '../../exporter.ts';

export const manifest: Exporter = {
  id: 'svg',
  contentType: 'image/svg+xml; charset=utf-8',
  label: 'SVG drawing',
  icon: 'image-down',
  shows: 'canvas',
  rank: 20,
  async write(file, { scale, background }) {
    const { list, box } = file.picture();
    const images = await loadImages(list, file.loadImage);
    return Buffer.from(toSvg(list, { box, scale, images, fontCss: embeddedFontCss(list), ...(background ? { background } : {}) }));
  },
};
