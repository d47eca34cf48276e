import type { Shape } from '@autograph/document';
import type { DrawContext } from '@autograph/editor';
import { type ArrowRoute, expandBox, pathBounds, rectanglePath, type TextMeasurer, unionBoxes, type Vec } from '@autograph/geometry';
import { type DrawItem, placedTextItems } from '@autograph/render';
import { look, strokeOf } from './appearance.ts';
import { drawHead, headInset, headLength } from './arrow-heads.ts';
import { endLabelBox, endLabelItems } from './connector-end-label.ts';
import { connectorLabelBox, labelTextBox, placeConnectorLabel } from './connector-label.ts';
import { cutOut, endDirections, trimEnds } from './connector-path.ts';

/** Departures from the usual connector, for the messages of sequence diagrams and the relations of class diagrams. */
export interface ConnectorVariant {
  /** The label keeps clear of the line, above it or to its right, instead of interrupting it. */
  readonly label_side?: 'above' | 'right';
  /** Marks keep only what lies on this side of a horizontal line. */
  readonly half?: 'top' | 'bottom';
  /** Short texts beside the line at its ends, such as cardinalities. */
  readonly start_label?: string;
  readonly end_label?: string;
}

/** A line with its marks and its label, which interrupts it unless the variant says otherwise. */
export function drawConnector(
  shape: Shape,
  route: ArrowRoute,
  context: DrawContext,
  { label_side, half, start_label, end_label }: ConnectorVariant = {},
): readonly DrawItem[] {
  const { theme, measure } = context;
  const stroke = strokeOf(shape, theme);
  const label = connectorLabelBox(shape, route, measure, label_side);
  const marks = (items: readonly DrawItem[], at: Vec): readonly DrawItem[] =>
    half ? [{ kind: 'group', clip: rectanglePath({ x: at.x - 40, y: at.y - (half === 'top' ? 40 : 0), w: 80, h: 40 }), items }] : items;
  const items: DrawItem[] = [];
  if (stroke) {
    const [start, end] = [shape.start_head ?? 'none', shape.end_head ?? 'none'];
    const ways = endDirections(route, headLength(start, stroke.width), headLength(end, stroke.width));
    const trimmed = trimEnds(
      route.path,
      { direction: ways.start, by: headInset(start, stroke.width) },
      { direction: ways.end, by: headInset(end, stroke.width) },
    );
    const mark = { width: stroke.width, paint: stroke.paint, ground: theme.background };
    items.push(
      { kind: 'path', path: label.w > 0 && !label_side ? cutOut(trimmed, label) : trimmed, stroke },
      ...marks(drawHead(start, route.start, ways.start, mark), route.start),
      ...marks(drawHead(end, route.end, ways.end, mark), route.end),
    );
  }
  if (label.w > 0) {
    items.push(...placedTextItems(placeConnectorLabel(shape, labelTextBox(label), context, label_side), theme));
  }
  items.push(...endLabelItems(start_label, route.start, route.startDirection, context));
  items.push(...endLabelItems(end_label, route.end, route.endDirection, context));
  return items;
}

/** Local box of everything that `drawConnector` paints. */
export function connectorBounds(shape: Shape & ConnectorVariant, route: ArrowRoute, measure: TextMeasurer) {
  const reach = 9 + 3 * (shape.stroke_width ?? look.strokeWidth);
  const line = expandBox(pathBounds(route.path) ?? { ...route.start, w: 0, h: 0 }, reach);
  const label = connectorLabelBox(shape, route, measure, shape.label_side);
  const boxes = [
    line,
    ...(label.w > 0 ? [label] : []),
    ...(shape.start_label ? [endLabelBox(shape.start_label, route.start, route.startDirection, measure)] : []),
    ...(shape.end_label ? [endLabelBox(shape.end_label, route.end, route.endDirection, measure)] : []),
  ];
  return unionBoxes(boxes) ?? line;
}
