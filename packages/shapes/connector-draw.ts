import type { Shape } from '@autograph/document';
import type { DrawContext } from '@autograph/editor';
import { type ArrowRoute, expandBox, pathBounds, type TextMeasurer, unionBoxes } from '@autograph/geometry';
import { type DrawItem, layoutText, textItems } from '@autograph/render';
import { faded, look, strokeOf, textStyleOf } from './appearance.ts';
import { drawHead, headInset } from './arrow-heads.ts';
import { connectorLabelBox, connectorLabelSize, labelTextBox } from './connector-label.ts';
import { cutOut, trimEnds } from './connector-path.ts';

/** A line with its marks and its label, which interrupts it. */
export function drawConnector(shape: Shape, route: ArrowRoute, { theme, measure }: DrawContext, labelAt?: number): readonly DrawItem[] {
  const stroke = strokeOf(shape, theme);
  const label = connectorLabelBox(shape, route, measure, labelAt);
  const items: DrawItem[] = [];
  if (stroke) {
    const [start, end] = [shape.start_head ?? 'none', shape.end_head ?? 'none'];
    const trimmed = trimEnds(
      route.path,
      { direction: route.startDirection, by: headInset(start, stroke.width) },
      { direction: route.endDirection, by: headInset(end, stroke.width) },
    );
    const mark = { width: stroke.width, paint: stroke.paint, ground: theme.background };
    items.push(
      { kind: 'path', path: label.w > 0 ? cutOut(trimmed, label) : trimmed, stroke },
      ...drawHead(start, route.start, route.startDirection, mark),
      ...drawHead(end, route.end, route.endDirection, mark),
    );
  }
  if (label.w > 0) {
    const style = textStyleOf(shape, connectorLabelSize);
    const { x, y, w } = labelTextBox(label);
    const layout = layoutText(shape.text ?? '', style, { measure, width: w, align: 'center' });
    items.push(...textItems(layout, { style, paint: shape.text_color ? theme.stroke(shape.text_color) : theme.text, x, y }));
  }
  return faded(shape, items);
}

/** Local box of everything that `drawConnector` paints. */
export function connectorBounds(shape: Shape, route: ArrowRoute, measure: TextMeasurer, labelAt?: number) {
  const reach = 9 + 3 * (shape.stroke_width ?? look.strokeWidth);
  const line = expandBox(pathBounds(route.path) ?? { ...route.start, w: 0, h: 0 }, reach);
  const label = connectorLabelBox(shape, route, measure, labelAt);
  return label.w > 0 ? (unionBoxes([line, label]) ?? line) : line;
}
