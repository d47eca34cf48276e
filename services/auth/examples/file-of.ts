import type { createDiagram, RouteInput } from '@autograph/contracts';
import type { Example } from './example.ts';

/** px above the diagram. */
const headingTop = -72;
const stickySize = 180;

/** An example as the request that makes its file. */
export function fileOf({ title, note, source, heading, stickies }: Example): RouteInput<typeof createDiagram>['body'] {
  const head = { type: 'text', x: 0, y: headingTop, w: 640, h: 36, text: heading, font_size: 24, bold: true };
  const notes = stickies.map((sticky) => ({ type: 'sticky', w: stickySize, h: stickySize, font_size: 18, ...sticky }));
  return {
    title,
    type: 'mixed',
    note_content: note,
    canvas_data: { shapes: [head, ...notes] },
    blocks: [{ source, x: 0, y: 0 }],
  };
}
