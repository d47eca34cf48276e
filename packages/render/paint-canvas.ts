import type { Box, Path } from '@autograph/geometry';
import type { CanvasContext, Pixels } from './canvas-context.ts';
import type { DisplayList, DrawItem, ImageSource, Title } from './display-list.ts';
import type { cssFontFamily } from './fonts.ts';
import { missingImage } from './missing-image.ts';
import { paintText } from './paint-text.ts';
import type { ShadowItem } from './shadow.ts';

/** What a canvas painter needs from its surroundings. */
export interface PaintResources {
  /** The picture, ready to be copied; undefined while it is not there. */
  image(source: ImageSource): Pixels | undefined;
  /** CSS `font-family` of a typeface; its family name and fallbacks when absent. */
  fontFamily?: typeof cssFontFamily;
  /** Whether a title is shown by other means, so that it is left out; `scale` is canvas px for one px of the list. */
  showsApart?(title: Title, scale: number): boolean;
  /** Called when a text needs letters that its typeface does not have. */
  unbundled?(): void;
}

/** One painting: where to, from what, and how large a px of the list appears on the canvas. */
export interface Painting {
  readonly context: CanvasContext;
  readonly resources: PaintResources;
  /** Canvas px for one px of the list: decides what is too small to be drawn in full. */
  readonly scale: number;
  /** The context's font: contexts parse it on each assignment, so it is only assigned when it changes. */
  font: string;
}

/** Lists that carry nothing but drawn paths and text. */
const noImages: PaintResources = { image: () => undefined };

/** Below this many canvas px, the curves of corners are drawn as lines. */
const finestCurve = 0.3;
/** The thinnest line, canvas px. */
const hairline = 0.6;

/**
 * Paints a display list at the context's present transform. `scale` is that transform's scale: text under about 4 px
 * becomes a bar, lines never get thinner than a hair.
 */
export function paintCanvas(context: CanvasContext, list: DisplayList, resources: PaintResources = noImages, scale = 1): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.fontKerning = 'none';
  context.textAlign = 'left';
  context.direction = 'ltr';
  context.textRendering = 'optimizeSpeed';
  const painting: Painting = { context, resources, scale, font: '' };
  for (const item of list) paintItem(item, painting);
}

function paintItem(item: DrawItem, painting: Painting): void {
  if (item.kind === 'path') paintPath(item, painting);
  else if (item.kind === 'text') paintText(item, painting);
  else if (item.kind === 'image') paintImage(item, painting);
  else if (item.kind === 'shadow') paintShadow(item, painting);
  else paintGroup(item, painting);
}

function paintPath({ path, fill, stroke, rule }: DrawItem & { kind: 'path' }, { context, scale }: Painting): void {
  if (path.length === 0) return;
  trace(path, context, scale);
  if (fill) {
    context.fillStyle = fill;
    context.fill(rule ?? 'nonzero');
  }
  if (stroke) {
    context.strokeStyle = stroke.paint;
    context.lineWidth = Math.max(stroke.width, hairline / scale);
    // A dash too fine to be seen costs as much as one that is.
    const dash = stroke.dash && stroke.width * scale > 0.35 ? stroke.dash : undefined;
    if (dash) context.setLineDash([...dash]);
    context.stroke();
    if (dash) context.setLineDash([]);
  }
}

/** Far enough that what casts a shadow is off every canvas, canvas px. */
const offCanvas = 30_000;

/** The canvas's own shadow of the path, which itself is drawn where nobody sees it: a shadow is the same under a body that one sees through. */
function paintShadow({ path, outline, dx, dy, blur, paint }: ShadowItem, { context, scale }: Painting): void {
  const { a, b, c, d, e, f } = context.getTransform();
  context.save();
  context.setTransform(a, b, c, d, e - offCanvas, f);
  context.shadowColor = paint;
  context.shadowBlur = blur * scale;
  context.shadowOffsetX = offCanvas + a * dx + c * dy;
  context.shadowOffsetY = b * dx + d * dy;
  trace(path, context, scale);
  if (outline === undefined) {
    context.fillStyle = '#000000';
    context.fill();
  } else {
    context.strokeStyle = '#000000';
    context.lineWidth = Math.max(outline, hairline / scale);
    context.stroke();
  }
  context.restore();
}

function trace(path: Path, context: CanvasContext, scale: number): void {
  const coarse = scale < finestCurve;
  context.beginPath();
  for (const command of path) {
    switch (command[0]) {
      case 'M':
        context.moveTo(command[1], command[2]);
        break;
      case 'L':
        context.lineTo(command[1], command[2]);
        break;
      case 'Q':
        context.quadraticCurveTo(command[1], command[2], command[3], command[4]);
        break;
      case 'C':
        if (coarse && path.length > 8) context.lineTo(command[5], command[6]);
        else context.bezierCurveTo(command[1], command[2], command[3], command[4], command[5], command[6]);
        break;
      case 'Z':
        context.closePath();
    }
  }
}

function paintImage({ box, source, placeholder }: DrawItem & { kind: 'image' }, painting: Painting): void {
  if (box.w <= 0 || box.h <= 0) return;
  const { context, resources } = painting;
  const image = resources.image(source);
  if (!image) {
    if (placeholder !== undefined) for (const item of missingImage(box, placeholder)) paintPath(item, painting);
    return;
  }
  const { x, y, w, h } = contained(box, ratioOf(image) ?? box.w / box.h);
  context.drawImage(image, x, y, w, h);
}

/** Width by height that a picture has by nature, when the platform tells. */
function ratioOf(image: Pixels): number | undefined {
  const [w, h] = ['naturalWidth' in image ? image.naturalWidth : 0, 'naturalHeight' in image ? image.naturalHeight : 0];
  return typeof w === 'number' && typeof h === 'number' && w > 0 && h > 0 ? w / h : undefined;
}

/** The largest box of a ratio in the middle of another: as SVG shows images. */
function contained({ x, y, w, h }: Box, ratio: number): Box {
  const [width, height] = w / h > ratio ? [h * ratio, h] : [w, w / ratio];
  return { x: x + (w - width) / 2, y: y + (h - height) / 2, w: width, h: height };
}

function paintGroup(group: DrawItem & { kind: 'group' }, painting: Painting): void {
  const { items, clip, opacity = 1, dx = 0, dy = 0, rotation = 0, cx = 0, cy = 0, title } = group;
  const { context, font } = painting;
  if (opacity <= 0 || (title && painting.resources.showsApart?.(title, painting.scale))) return;
  context.save();
  if (dx !== 0 || dy !== 0) context.translate(dx, dy);
  if (rotation !== 0) {
    context.translate(cx, cy);
    context.rotate((rotation * Math.PI) / 180);
    context.translate(-cx, -cy);
  }
  if (clip) {
    trace(clip, context, painting.scale);
    context.clip();
  }
  if (opacity < 1) context.globalAlpha *= opacity;
  for (const item of items) paintItem(item, painting);
  context.restore();
  painting.font = font;
}
