import type { Shape } from '@autograph/document';
import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { type Box, polylinePath, roundedRectanglePath } from '@autograph/geometry';
import {
  type DisplayList,
  type DrawItem,
  mixColors,
  type Paint,
  placeText,
  type TextDefaults,
  type Theme,
  textStyleOf,
} from '@autograph/render';
import { z } from 'zod';
import { strokeOf } from '../appearance.ts';
import { iconOn } from '../icon-on.ts';
import { recordSchema } from '../record-schema.ts';
import { drawTitle } from '../title.ts';

interface FrameShape extends Shape {
  /** Id in the icon library of the symbol before the title. */
  readonly icon?: string;
}

const inset = { x: 14, y: 10 };
const titleSize = 14;
/** Side of the button that folds the frame, px. */
const buttonSize = 16;
/** A folded frame is no wider than this, px. */
const foldedWidth = 320;

const letters = ({ font_size }: Shape) => font_size ?? titleSize;
const headingHeight = (shape: Shape) => letters(shape) * 1.3 + 2 * inset.y;

function folded(shape: Shape) {
  return { w: Math.min(shape.w, foldedWidth), h: Math.min(shape.h, headingHeight(shape)) };
}

function shown(shape: Shape) {
  return shape.collapsed ? folded(shape) : shape;
}

const outline = (shape: Shape) => roundedRectanglePath({ x: 0, y: 0, w: shown(shape).w, h: shown(shape).h }, shape.radius ?? 12);

/** A breath of the frame's colour: what lies on it stays the louder. */
function ground(shape: Shape, theme: Theme) {
  const color = shape.fill ?? shape.stroke ?? 'grey';
  return color === 'none' ? undefined : mixColors(theme.background, theme.fill(color, 'soft'), 0.45);
}

function button(shape: Shape) {
  return { x: shown(shape).w - 10 - buttonSize, y: (headingHeight(shape) - buttonSize) / 2, w: buttonSize, h: buttonSize };
}

/** Side of the symbol before the title, with the space to the title, px. */
const iconRoom = ({ icon, ...shape }: FrameShape) => (icon === undefined ? 0 : iconSize(shape) + 6);
const iconSize = (shape: Shape) => Math.round(letters(shape) * 1.3);

function titleBox(shape: FrameShape) {
  const right = shape.origin ? inset.x : inset.x + buttonSize;
  const x = inset.x + iconRoom(shape);
  return { x, y: inset.y, w: Math.max(0, shown(shape).w - x - right), h: headingHeight(shape) - 2 * inset.y };
}

function symbol(shape: FrameShape, theme: Theme): DisplayList {
  if (shape.icon === undefined) return [];
  const size = iconSize(shape);
  return [{ kind: 'image', box: { x: inset.x, y: inset.y, w: size, h: size }, source: iconOn(theme, shape.icon, shape.stroke) }];
}

function titleLook(shape: Shape, theme: Theme): TextDefaults & { readonly paint: Paint } {
  const paint = theme.stroke(shape.text_color ?? (shape.stroke === 'none' ? undefined : (shape.stroke ?? 'grey')));
  return { style: textStyleOf(shape, titleSize, true), paint, align: 'left', valign: 'top' };
}

/** The title in a box; of a folded frame with the number of what is in it. */
function title(shape: Shape, context: DrawContext, box: Box): DisplayList {
  const count = shape.collapsed ? String(context.scene.children(shape.id).length) : '';
  return drawTitle({ ...shape, text_valign: 'top' }, box, context, titleLook(shape, context.theme), count);
}

/** What shows that a frame is folded: an arrowhead to the right, where the button is. */
function mark(shape: Shape, paint: Paint): DrawItem {
  const { x, y, w, h } = button(shape);
  const [cx, cy] = [x + w / 2, y + h / 2];
  const points = [
    { x: cx - 2, y: cy - 4 },
    { x: cx + 2, y: cy },
    { x: cx - 2, y: cy + 4 },
  ];
  return { kind: 'path', path: polylinePath(points), stroke: { paint, width: 1.75 } };
}

export const manifest: ShapeDefinition<FrameShape> = {
  type: 'frame',
  label: 'Frame',
  schema: recordSchema('frame', { icon: z.string().max(400).optional() }),
  defaults: { w: 400, h: 280, text: 'Frame', stroke: 'grey' },
  resizable: true,
  rotatable: false,
  bindable: true,
  container: true,
  clips: true,
  folding: { size: folded, button },
  oneLine: true,
  heading: { box: titleBox, letters, draw: title },
  fields: ['stroke', 'stroke_style', 'look', 'dash_gap', 'opacity', 'font_size'],
  tool: { key: 'f', icon: 'frame', label: 'Frame', gesture: 'box', rank: 90 },
  outline,
  draw(shape, context) {
    const { theme } = context;
    const fill = ground(shape, theme);
    const stroke = strokeOf(shape, theme, 'grey');
    const border = stroke && { ...stroke, width: shape.stroke_width ?? 1, paint: mixColors(stroke.paint, theme.background, 0.35) };
    const body: DrawItem = { kind: 'path', path: outline(shape), ...(fill && { fill }), ...(border && { stroke: border }) };
    const items = title(shape, context, titleBox(shape));
    const named: DrawItem = { kind: 'group', items, title: { id: shape.id, letters: letters(shape) } };
    return [body, ...symbol(shape, theme), named, ...(shape.collapsed ? [mark(shape, titleLook(shape, theme).paint)] : [])];
  },
  filled: () => true,
  textBox: titleBox,
  placeText: (shape: FrameShape, context: DrawContext) =>
    placeText({ ...shape, text_valign: 'top' }, titleBox(shape), context, { ...titleLook(shape, context.theme), wrap: false }),
};
