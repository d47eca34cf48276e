import { exportDiagram } from '@autograph/contracts';
import { defineService, implement } from '@autograph/service-kit';
import { createCanvas } from '@napi-rs/canvas';

/** Stands in for the export service: every file is a wide picture of one colour, a new one each time, darker in the dark theme. */
export function standInPictures() {
  let made = 0;
  return defineService({
    name: 'export',
    port: 0,
    register: async (app) => {
      implement(app, exportDiagram, async ({ query, reply }) => {
        made += 1;
        const canvas = createCanvas(800, 400);
        const context = canvas.getContext('2d');
        context.fillStyle = query.theme === 'dark' ? `rgb(${made * 20}, 20, 40)` : `rgb(${made * 20}, 80, 160)`;
        context.fillRect(0, 0, 800, 400);
        reply.type('image/png');
        return canvas.encode('png');
      });
    },
  });
}
