import type { Shape } from '@autograph/document';
import type { DrawContext } from '@autograph/editor';
import { type ArrowRoute, type Box, pointAlong, type TextMeasurer } from '@autograph/geometry';
import { layoutShapeText, type PlacedText, placeText, textStyleOf } from '@autograph/render';

const connectorLabelSize = 13;
/** Labels on lines wrap at this width, px. */
const widest = 200;
/** Free space around a label where its line is interrupted, px. */
const margin = { x: 6, y: 2 };

type LabelledShape = Pick<Shape, 'text' | 'text_spans' | 'font' | 'font_size' | 'bold' | 'italic' | 'underline' | 'strike'>;

/** Room that the label of an arrow or line takes, the interruption of the line included, px; 0 by 0 without a text. */
export function connectorLabelExtent(shape: LabelledShape, measure: TextMeasurer) {
  if (!shape.text?.trim()) return { w: 0, h: 0 };
  const layout = layoutShapeText(shape, textStyleOf(shape, connectorLabelSize), measure, { width: widest });
  return { w: Math.ceil(layout.width) + 2 * margin.x, h: Math.ceil(layout.height) + 2 * margin.y };
}

/** The label's box on its line, or beside it, local px. */
export function connectorLabelBox(shape: Shape, route: ArrowRoute, measure: TextMeasurer, side?: 'above' | 'right'): Box {
  const share = shape.label_position ?? 0.5;
  const { w, h } = connectorLabelExtent(shape, measure);
  const { x, y } = share === 0.5 ? route.middle : pointAlong(route.path, share).at;
  if (side === 'above') return { x: x - w / 2, y: y - h - 3, w, h };
  if (side === 'right') return { x: x + 3, y: y - h / 2, w, h };
  return { x: x - w / 2, y: y - h / 2, w, h };
}

/** The part of a label's box that its text fills. */
export function labelTextBox({ x, y, w, h }: Box): Box {
  return { x: x + margin.x, y: y + margin.y, w: w - 2 * margin.x, h: h - 2 * margin.y };
}

/** The label's text in the box that `labelTextBox` gives. */
export function placeConnectorLabel(shape: Shape, box: Box, context: DrawContext, side?: 'above' | 'right'): PlacedText {
  const align = side === 'right' ? 'left' : 'center';
  return placeText({ ...shape, text_valign: 'top' }, box, context, { style: textStyleOf(shape, connectorLabelSize), align });
}
