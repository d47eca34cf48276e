import type { DrawContext } from '@autograph/editor';
import { ellipsePath, type Path, polygonPath, rectanglePath, roundedRectanglePath } from '@autograph/geometry';
import { type DrawItem, type Paint, type PlacedText, placedTextItems, placeText, type Theme } from '@autograph/render';
import { drawBody, inkOf, strokeOf } from '../appearance.ts';
import { iconOn } from '../icon-on.ts';
import { lineRuns } from './label.ts';
import { iconBoxes, isByHand, type NodeShape, nodeLabel, nodeTextBox, nodeTextStyle } from './node-shape.ts';
import { nodeOutline } from './outlines/index.ts';

/** The outer outline of a node, local px: of an icon with the label below or above it, so that no line runs through the words. */
export function outlinePath(shape: NodeShape): Path {
  if (shape.icon === undefined) return nodeOutline(shape.outline).path(shape);
  const { tile } = iconBoxes(shape);
  const { w, h } = shape;
  const right = tile.x + tile.w;
  if (h - tile.h < 1) return tilePath(shape);
  const isAbove = shape.label_at === 'top';
  const [label, end] = isAbove ? [tile.y, 0] : [tile.h, h];
  const far = isAbove ? h : 0;
  return polygonPath([
    { x: tile.x, y: far },
    { x: right, y: far },
    { x: right, y: label },
    { x: w, y: label },
    { x: w, y: end },
    { x: 0, y: end },
    { x: 0, y: label },
    { x: tile.x, y: label },
  ]);
}

/** What is drawn around an icon. */
function tilePath(shape: NodeShape): Path {
  const { tile } = iconBoxes(shape);
  if (shape.icon_form === 'circle') return ellipsePath(tile);
  if (shape.icon_form === 'rounded' || shape.icon_form === 'card') return roundedRectanglePath(tile, 12);
  return shape.icon_form ? roundedRectanglePath(tile, 4) : rectanglePath(tile);
}

/** A node: its body, the lines on it, its icon, its label. */
export function drawNode(shape: NodeShape, context: DrawContext): readonly DrawItem[] {
  const body = shape.icon === undefined ? outlineItems(shape, context.theme) : iconItems(shape, shape.icon, context.theme);
  return [...body, ...labelItems(shape, context)];
}

function outlineItems(shape: NodeShape, theme: Theme): readonly DrawItem[] {
  const outline = nodeOutline(shape.outline);
  const path = outline.path(shape);
  const stroke = strokeOf(shape, theme);
  const ink = stroke?.paint ?? theme.text;
  const details = (outline.details?.(shape) ?? []).flatMap(({ path: detail, fill }): readonly DrawItem[] => {
    if (fill === 'body') return drawBody(detail, shape, theme);
    return [{ kind: 'path', path: detail, ...(fill === 'ink' && { fill: ink }), ...(stroke && { stroke }) }];
  });
  if (outline.body === 'ink') return [{ kind: 'path', path, fill: ink }, ...details];
  return [...(outline.body === 'bare' ? [] : drawBody(path, shape, theme)), ...details];
}

function iconItems(shape: NodeShape, id: string, theme: Theme): readonly DrawItem[] {
  const tile = shape.icon_form ? drawBody(tilePath(shape), shape, theme) : [];
  return [...tile, { kind: 'image', box: iconBoxes(shape).icon, source: iconOn(theme, id, shape.stroke) }];
}

function labelPaint(shape: NodeShape, theme: Theme): Paint {
  const onPaper = (shape.icon !== undefined && shape.icon_form !== 'card') || nodeOutline(shape.outline).body === 'bare';
  return onPaper && !shape.text_color ? theme.text : inkOf(shape, theme);
}

/** The label as rich text in its box. */
export function placeNodeLabel(shape: NodeShape, context: DrawContext): PlacedText {
  return placeText(shape, nodeTextBox(shape), context, { style: nodeTextStyle(shape), paint: labelPaint(shape, context.theme) });
}

function labelItems(shape: NodeShape, context: DrawContext): readonly DrawItem[] {
  if (shape.icon === undefined && nodeOutline(shape.outline).mute) return [];
  const { theme, measure } = context;
  if (isByHand(shape)) return shape.text?.trim() ? placedTextItems(placeNodeLabel(shape, context), theme) : [];
  const box = nodeTextBox(shape);
  const label = nodeLabel(shape, measure, box.w);
  const style = nodeTextStyle(shape);
  const paint = labelPaint(shape, theme);
  const lineHeight = measure.lineHeight(style);
  const top = box.y + (box.h - label.h) / 2;
  return label.lines.flatMap((line, i): readonly DrawItem[] => {
    if (line.pieces.every((piece) => piece.text.trim() === '')) return [];
    const slack = box.w - line.width;
    const x = box.x + (shape.text_align === 'left' ? 0 : shape.text_align === 'right' ? slack : slack / 2);
    const y = top + i * lineHeight + measure.ascent(style);
    return [{ kind: 'text', x, y, width: line.width, runs: lineRuns(line, style, paint) }];
  });
}
