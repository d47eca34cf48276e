import { type Editor, isConnector } from '@autograph/editor';
import { type Box, unionBoxes } from '@autograph/geometry';
import { onMap } from './map-view.ts';

/** A picture of everything on the board, small, and the part of the page that it shows. */
export interface MapPicture {
  readonly content: Box | undefined;
  readonly canvas: HTMLCanvasElement;
}

/** The longer side of the picture, device px: sharp enough when the map grows a little. */
const side = 512;
/** Nothing gets smaller than this, device px. */
const least = 1.5;

/** Draws every shape as its box in its colour, and lines as lines. */
export function drawMap(editor: Editor, canvas: HTMLCanvasElement): MapPicture {
  const { scene, theme } = editor;
  const shapes = scene.query({ x: -1e9, y: -1e9, w: 2e9, h: 2e9 }).flatMap((id) => {
    const shape = scene.get(id);
    const box = scene.pageBounds(id);
    return shape && box && !shape.hidden ? [{ shape, box }] : [];
  });
  const content = unionBoxes(shapes.map(({ box }) => box));
  const context = canvas.getContext('2d');
  if (!content || !context) return { content, canvas };
  const scale = side / Math.max(content.w, content.h, 1);
  canvas.width = Math.max(1, Math.ceil(content.w * scale));
  canvas.height = Math.max(1, Math.ceil(content.h * scale));
  const view = { x: content.x, y: content.y, scale };
  for (const { shape, box } of shapes) {
    const { x, y, w, h } = onMap(view, box);
    const definition = editor.definition(shape.type);
    if (isConnector(shape)) {
      context.strokeStyle = theme.stroke('grey');
      context.lineWidth = least;
      context.beginPath();
      for (const [kind, ...numbers] of scene.pageOutline(shape.id) ?? []) {
        const [px = 0, py = 0] = numbers.slice(-2);
        if (kind === 'M') context.moveTo((px - view.x) * scale, (py - view.y) * scale);
        else if (kind !== 'Z') context.lineTo((px - view.x) * scale, (py - view.y) * scale);
      }
      context.stroke();
    } else if (definition?.container) {
      context.strokeStyle = theme.stroke('grey');
      context.globalAlpha = 0.5;
      context.lineWidth = 2 * least;
      if (!definition.wraps) context.strokeRect(x + least, y + least, Math.max(0, w - 2 * least), Math.max(0, h - 2 * least));
      context.globalAlpha = 1;
    } else {
      const { fill, stroke } = { ...definition?.defaults, ...shape };
      const color = fill && fill !== 'none' ? fill : stroke;
      context.fillStyle = color && color !== 'none' ? theme.fill(color, 'solid') : theme.stroke('grey');
      context.globalAlpha = 0.65;
      context.fillRect(x, y, Math.max(least, w), Math.max(least, h));
      context.globalAlpha = 1;
    }
  }
  return { content, canvas };
}
