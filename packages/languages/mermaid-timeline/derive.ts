import { type Block, keysBetween, type PaletteColor, type Shape } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { Box, TextMeasurer, Vec } from '@autograph/geometry';
import { derivedBase } from '../connector.ts';
import { containerPadding } from '../container.ts';
import { labelText } from '../mermaid/label.ts';
import { eventStyle, layoutTimeline, type PlacedPeriod, periodStyle, sectionStyle, type TimelineLayout } from './layout.ts';
import type { TimelineModel } from './model.ts';

type Loose = Omit<Shape, 'index'>;

/** The colours of sections, or of times where there are none, in turn. */
const colors: readonly PaletteColor[] = ['blue', 'green', 'orange', 'purple', 'red', 'yellow'];

/** -1 for times before the first section. */
function colorAt(at: number): PaletteColor {
  return at < 0 ? 'grey' : (colors[at % colors.length] ?? 'blue');
}

/** Times along an axis, what happened in them as cards, sections as bars above; placed by the text's order alone. */
export function deriveTimeline(
  model: TimelineModel,
  block: Block,
  measure: TextMeasurer,
): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const layout = layoutTimeline(model, measure);
  const shapes: Loose[] = [
    axisShape(layout, block),
    ...layout.sections.flatMap(({ at, box }) => sectionShape(model, at, box, block)),
    ...layout.periods.flatMap((placed) => periodShapes(placed, model, block)),
    ...(model.title ? [titleShape(model.title, layout.width, block, measure)] : []),
  ];
  const keys = keysBetween(null, null, shapes.length);
  return {
    shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })),
    unplaced: [],
    ranges: new Map([
      ...model.sections.map(({ id, range }) => [id, range] as const),
      ...model.periods.map(({ id, label }) => [id, { from: label.from, to: label.to }] as const),
      ...model.periods.flatMap(({ events }) => events.map(({ id, range }) => [id, range] as const)),
      ...(model.titleRange ? [['title:1', model.titleRange] as const] : []),
    ]),
  };
}

function axisShape({ axis }: TimelineLayout, block: Block): Loose {
  return {
    ...derivedBase(block, 'axis'),
    ...lineBox(axis.from, axis.to),
    type: 'arrow',
    start: axis.from,
    end: axis.to,
    start_head: 'none',
    end_head: 'triangle',
    route: 'straight',
    stroke: 'grey',
    stroke_width: 2,
  };
}

function sectionShape({ sections }: TimelineModel, at: number, box: Box, block: Block): readonly Loose[] {
  const section = sections[at];
  if (!section) return [];
  return [
    {
      ...derivedBase(block, section.id),
      ...box,
      type: 'rectangle',
      text: labelText(section.label.text),
      fill: colorAt(at),
      fill_style: 'solid',
      stroke: 'none',
      radius: 8,
      font_size: sectionStyle.size,
      bold: true,
    },
  ];
}

function periodShapes({ period, color: at, box, events, dot }: PlacedPeriod, { direction }: TimelineModel, block: Block): readonly Loose[] {
  const color = colorAt(at);
  const last = events.at(-1);
  const isLevel = direction === 'LR';
  const stem = isLevel
    ? [
        { x: dot.x, y: box.y + box.h },
        { x: dot.x, y: last ? last.y : dot.y },
      ]
    : [
        { x: box.x + box.w, y: dot.y },
        { x: events[0]?.x ?? dot.x, y: dot.y },
      ];
  const [from, to] = stem;
  return [
    ...(from && to ? [stemShape(`stem:${period.id}`, from, to, color, block)] : []),
    {
      ...derivedBase(block, period.id),
      ...box,
      type: 'rectangle',
      text: labelText(period.label.text),
      fill: color,
      stroke: color,
      stroke_width: 1.5,
      radius: 8,
      font_size: periodStyle.size,
      bold: true,
    },
    {
      ...derivedBase(block, `dot:${period.id}`),
      x: dot.x - 6,
      y: dot.y - 6,
      w: 12,
      h: 12,
      type: 'ellipse',
      fill: color,
      fill_style: 'solid',
      stroke: 'none',
    },
    ...period.events.flatMap((event, i): Loose[] => {
      const place = events[i];
      return place
        ? [
            {
              ...derivedBase(block, event.id),
              ...place,
              type: 'rectangle',
              text: labelText(event.label.text),
              stroke: color,
              stroke_width: 1.25,
              radius: 8,
              font_size: eventStyle.size,
            },
          ]
        : [];
    }),
  ];
}

function stemShape(id: string, from: Vec, to: Vec, color: PaletteColor, block: Block): Loose {
  return {
    ...derivedBase(block, id),
    ...lineBox(from, to),
    type: 'line',
    start: from,
    end: to,
    stroke: color,
    stroke_style: 'dashed',
    stroke_width: 1.25,
  };
}

function lineBox(from: Vec, to: Vec): Box {
  return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), w: Math.abs(to.x - from.x), h: Math.abs(to.y - from.y) };
}

function titleShape(title: string, width: number, block: Block, measure: TextMeasurer): Loose {
  const style = { font: 'sans', size: 18, bold: true } as const;
  const w = Math.ceil(measure.width(title, style)) + 4;
  const box = {
    x: Math.max(containerPadding, containerPadding + (width - w) / 2),
    y: containerPadding,
    w,
    h: Math.ceil(measure.lineHeight(style)),
  };
  return { ...derivedBase(block, 'title:1'), ...box, type: 'text', text: title, font_size: 18, bold: true, text_align: 'center' };
}
