import { writeExcalidraw } from '@autograph/interchange/excalidraw/write.ts';
import { lightTheme, loadImages } from '@autograph/render';
import type { Exporter } from '../../exporter.ts';
import { boardContext } from '../../scene.ts';

export const manifest: Exporter = {
  id: 'excalidraw',
  contentType: 'application/json; charset=utf-8',
  label: 'Excalidraw file',
  icon: 'pencil-ruler',
  shows: 'content',
  rank: 55,
  async write(file, { background }) {
    const context = boardContext(file.shapes, lightTheme);
    const images = await loadImages(file.picture().list, file.loadImage);
    return Buffer.from(writeExcalidraw({ shapes: file.shapes, context, images, ...(background ? { background } : {}) }));
  },
};
