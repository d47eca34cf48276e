import { exportDiagram } from '@autograph/contracts';
import { defineService, implement } from '@autograph/service-kit';
import { createCanvas } from '@napi-rs/canvas';

/** Stands in for the export service: every file is a wide picture of one colour, a new one each time. */
export function standInPictures() {
  let made = 0;
  return defineService({
    name: 'export',
    port: 0,
    register: async (app) => {
      implement(app, exportDiagram, async ({ reply }) => {
        made += 1;
        const canvas = createCanvas(800, 400);
        const context = canvas.getContext('2d');
        context.fillStyle = `rgb(${made * 40}, 80, 160)`;
        context.fillRect(0, 0, 800, 400);
        reply.type('image/png');
        return canvas.encode('png');
      });
    },
  });
}
