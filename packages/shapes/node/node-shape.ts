import type { Shape } from '@autograph/document';
import type { DrawContext } from '@autograph/editor';
import type { Box, TextMeasurer, TextStyle } from '@autograph/geometry';
import { growToText } from '../label.ts';
import { type LabelLayout, layoutLabel } from './label.ts';
import { pad, type Size } from './outline.ts';
import { nodeOutline } from './outlines/index.ts';

/** A node of a diagram as code. */
export interface NodeShape extends Shape {
  /** One of `outlineNames`. */
  readonly outline?: string;
  /** The text is read as markdown. */
  readonly markdown?: boolean;
  /** An icon of the library, shown above or below the label instead of an outline, or on a tile of the given form. */
  readonly icon?: string;
  /** On a card the label is too. */
  readonly icon_form?: 'square' | 'circle' | 'rounded' | 'card';
  readonly icon_size?: number;
  readonly label_at?: 'top' | 'bottom';
}

/** Labels wrap at this width, px, as Mermaid's do. */
const wrappingWidth = 200;
/** px */
export const nodeFontSize = 14;

const iconGap = 6;
const defaultIcon = 48;

export function nodeTextStyle(shape: Partial<NodeShape>): TextStyle {
  return {
    font: shape.font ?? 'sans',
    size: shape.font_size ?? nodeFontSize,
    bold: shape.bold ?? false,
    italic: shape.italic ?? false,
  };
}

/** Whether its label is written and styled as that of any drawn shape. */
export function isByHand(shape: NodeShape): boolean {
  return shape.origin === undefined && !shape.markdown;
}

/** How often a node grows until its label fits: an outline with slanted sides gives its label only a part of what it gains. */
const mostGrowth = 6;

/** A height at which the label of a drawn node fits. */
export function growNode(shape: NodeShape, context: DrawContext): { readonly h?: number } {
  if (!isByHand(shape) || (shape.icon === undefined && nodeOutline(shape.outline).mute)) return {};
  let grown = shape;
  for (let i = 0; i < mostGrowth; i++) {
    const { h } = growToText(grown, nodeTextBox, context, nodeTextStyle(grown));
    if (h === undefined) break;
    grown = { ...grown, h };
  }
  return grown.h > shape.h ? { h: grown.h } : {};
}

/** A node's label, wrapped as its outline asks for, or wider where a person has made the node wider. */
export function nodeLabel(shape: Partial<NodeShape>, measure: TextMeasurer, room = 0): LabelLayout {
  const wrap = shape.icon === undefined ? nodeOutline(shape.outline).wrap : undefined;
  const width = wrap ?? Math.max(wrappingWidth, room);
  return layoutLabel(shape.text ?? '', nodeTextStyle(shape), measure, width, shape.markdown ?? false);
}

/** The natural size of a node, whole px: just enough for its label or icon. */
export function nodeSize(shape: Partial<NodeShape>, measure: TextMeasurer): Size {
  const label = nodeLabel(shape, measure);
  const size = shape.icon !== undefined ? iconNodeSize(shape, label) : nodeOutline(shape.outline).size({ w: label.w, h: label.h });
  return { w: Math.ceil(size.w), h: Math.ceil(size.h) };
}

/** From a card's border to its icon and label, px. */
const cardInset = 12;

function iconNodeSize(shape: Partial<NodeShape>, label: Size): Size {
  const icon = tileSize(shape);
  if (shape.icon_form === 'card') {
    const h = icon + (label.h > 0 ? iconGap + label.h : 0);
    return { w: Math.max(icon, label.w) + 2 * cardInset, h: h + 2 * cardInset };
  }
  return { w: Math.max(icon, label.w + 8), h: icon + (label.h > 0 ? iconGap + label.h : 0) };
}

function tileSize({ icon_size, icon_form }: Partial<NodeShape>): number {
  return (icon_size ?? defaultIcon) + (icon_form && icon_form !== 'card' ? 24 : 0);
}

/** Where the tile and the icon of an icon node are. */
export function iconBoxes(shape: NodeShape): { readonly tile: Box; readonly icon: Box } {
  if (shape.icon_form === 'card') return cardBoxes(shape);
  const side = Math.min(tileSize(shape), shape.w, shape.h);
  const tile = { x: (shape.w - side) / 2, y: shape.label_at === 'top' ? shape.h - side : 0, w: side, h: side };
  const inset = shape.icon_form ? 12 : 0;
  return { tile, icon: { x: tile.x + inset, y: tile.y + inset, w: side - 2 * inset, h: side - 2 * inset } };
}

function cardBoxes(shape: NodeShape): { readonly tile: Box; readonly icon: Box } {
  const { w, h } = shape;
  const side = Math.max(1, Math.min(tileSize(shape), w - 2 * cardInset, h - 2 * cardInset));
  const y = shape.text?.trim() ? cardInset : (h - side) / 2;
  return { tile: { x: 0, y: 0, w, h }, icon: { x: (w - side) / 2, y, w: side, h: side } };
}

/** Where the label of a node may be, local px. */
export function nodeTextBox(shape: NodeShape): Box {
  if (shape.icon !== undefined) {
    const { tile, icon } = iconBoxes(shape);
    if (shape.icon_form === 'card') {
      const top = icon.y + icon.h + iconGap / 2;
      return { x: cardInset / 2, y: top, w: Math.max(0, shape.w - cardInset), h: Math.max(0, shape.h - top - cardInset / 2) };
    }
    const h = shape.h - tile.h - iconGap;
    return { x: 0, y: shape.label_at === 'top' ? 0 : tile.h + iconGap, w: shape.w, h: Math.max(0, h) };
  }
  const box = nodeOutline(shape.outline).label?.(shape) ?? { x: 0, y: 0, w: shape.w, h: shape.h };
  // Without a border there is nothing to keep clear of.
  const dx = nodeOutline(shape.outline).body === 'bare' ? 0 : Math.min(pad.x / 2, box.w / 6);
  return { x: box.x + dx, y: box.y, w: box.w - 2 * dx, h: box.h };
}
