import type { DrawContext } from '@autograph/editor';
import { type Box, ellipsePath, type Path, roundedRectanglePath } from '@autograph/geometry';
import { type DrawItem, layoutText, type Stroke, textItems } from '@autograph/render';
import { glyphHeight, hasGlyph, headStyle, type ParticipantType, widestLabel } from '../lifeline-head.ts';

export interface HeadPaint {
  readonly fill: string;
  readonly ink: string;
  readonly stroke: Stroke;
}

/** The head of a lifeline: a box, cylinder or stack with the label in it, or a picture with the label below. */
export function drawHead(
  box: Box,
  label: string,
  type: ParticipantType,
  paint: HeadPaint,
  { measure, theme }: DrawContext,
): readonly DrawItem[] {
  const text = layoutText(label, headStyle, { measure, width: Math.max(widestLabel, box.w), align: 'center' });
  const x = box.x + box.w / 2 - Math.max(widestLabel, box.w) / 2;
  const words = (y: number, ink: string) => textItems(text, { paint: ink, x, y });
  if (hasGlyph(type)) {
    const glyph = { x: box.x + box.w / 2 - 19, y: box.y, w: 38, h: glyphHeight };
    return [...drawGlyph(glyph, type, paint), ...words(box.y + glyphHeight + 4, theme.text)];
  }
  const body = bodyOf(box, type, paint);
  const middle = box.y + (box.h - text.height) / 2 + (type === 'database' ? 7 : type === 'collections' ? 3 : 0);
  return [...body, ...words(middle, paint.ink)];
}

function bodyOf(box: Box, type: ParticipantType, { fill, stroke }: HeadPaint): readonly DrawItem[] {
  const area = (path: Path): DrawItem => ({ kind: 'path', path, fill, stroke });
  const { x, y, w, h } = box;
  switch (type) {
    case 'database':
      return [area(cylinder(box)), { kind: 'path', path: lid(box), stroke }];
    case 'queue':
      return [area(barrel(box)), { kind: 'path', path: ellipsePath({ x: x + w - 20, y, w: 20, h }), fill, stroke }];
    case 'collections':
      return [
        area(roundedRectanglePath({ x: x + 6, y, w: w - 6, h: h - 6 }, 6)),
        area(roundedRectanglePath({ x, y: y + 6, w: w - 6, h: h - 6 }, 6)),
      ];
    default:
      return [area(roundedRectanglePath(box, 8))];
  }
}

const lidHeight = 7;
/** Control point share of a quarter ellipse (https://spencermortensen.com/articles/bezier-circle/). */
const k = 0.5523;

function cylinder({ x, y, w, h }: Box): Path {
  const [r, top, low] = [w / 2, y + lidHeight, y + h - lidHeight];
  return [
    ['M', x, top],
    ['C', x, top - lidHeight * k, x + r * (1 - k), y, x + r, y],
    ['C', x + r * (1 + k), y, x + w, top - lidHeight * k, x + w, top],
    ['L', x + w, low],
    ['C', x + w, low + lidHeight * k, x + r * (1 + k), y + h, x + r, y + h],
    ['C', x + r * (1 - k), y + h, x, low + lidHeight * k, x, low],
    ['Z'],
  ];
}

function lid({ x, y, w }: Box): Path {
  const [r, top] = [w / 2, y + lidHeight];
  return [
    ['M', x, top],
    ['C', x, top + lidHeight * k, x + r * (1 - k), top + lidHeight, x + r, top + lidHeight],
    ['C', x + r * (1 + k), top + lidHeight, x + w, top + lidHeight * k, x + w, top],
  ];
}

function barrel({ x, y, w, h }: Box): Path {
  const [r, m] = [10, y + h / 2];
  return [
    ['M', x + w - r, y],
    ['L', x + r, y],
    ['C', x + r * (1 - k), y, x, m - (h / 2) * k, x, m],
    ['C', x, m + (h / 2) * k, x + r * (1 - k), y + h, x + r, y + h],
    ['L', x + w - r, y + h],
    ['Z'],
  ];
}

/** Stick figure, and the boundary, control and entity pictures of robustness diagrams. */
function drawGlyph({ x, y, w, h }: Box, type: ParticipantType, { fill, stroke }: HeadPaint): readonly DrawItem[] {
  const c = x + w / 2;
  const line = (...points: readonly (readonly [number, number])[]): DrawItem => ({
    kind: 'path',
    path: points.map(([px, py], at) => [at === 0 ? 'M' : 'L', px, py] as const),
    stroke,
  });
  const disc = (cx: number, cy: number, r: number): DrawItem => ({
    kind: 'path',
    path: ellipsePath({ x: cx - r, y: cy - r, w: 2 * r, h: 2 * r }),
    fill,
    stroke,
  });
  const r = 14;
  const cy = y + h - r - 3;
  switch (type) {
    case 'boundary':
      return [line([x - 2, cy - r], [x - 2, cy + r]), line([x - 2, cy], [c - r + 4, cy]), disc(c + 4, cy, r)];
    case 'control':
      return [disc(c, cy, r), line([c + 5, cy - r - 5], [c - 1, cy - r], [c + 5, cy - r + 5])];
    case 'entity':
      return [disc(c, cy, r), line([c - r, cy + r + 2], [c + r, cy + r + 2])];
    default:
      return [
        disc(c, y + 8, 7),
        line([c, y + 15], [c, y + 26]),
        line([c - 11, y + 19], [c + 11, y + 19]),
        line([c - 9, y + h - 1], [c, y + 26], [c + 9, y + h - 1]),
      ];
  }
}
