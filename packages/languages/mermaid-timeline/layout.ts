import type { Box, TextMeasurer, Vec } from '@autograph/geometry';
import { containerPadding } from '../container.ts';
import { labelText } from '../mermaid/label.ts';
import type { Period, TimelineModel } from './model.ts';
import { cardHeight } from './text-size.ts';

/** px */
export const titleHeight = 38;
const card = { w: 160, gap: 14 } as const;
/** Between the row of times, the axis and the events, px. */
const toAxis = 22;
const stackGap = 10;

export const sectionStyle = { font: 'sans', size: 15, bold: true } as const;
export const periodStyle = { font: 'sans', size: 14, bold: true } as const;
export const eventStyle = { font: 'sans', size: 13 } as const;

export interface PlacedPeriod {
  readonly period: Period;
  /** Colours go by sections, or by times where there are none. */
  readonly color: number;
  readonly box: Box;
  readonly events: readonly Box[];
  /** Its place on the axis. */
  readonly dot: Vec;
}

/** Everything placed, in the block's coordinates, px. */
export interface TimelineLayout {
  readonly periods: readonly PlacedPeriod[];
  readonly sections: readonly { readonly at: number; readonly box: Box }[];
  readonly axis: { readonly from: Vec; readonly to: Vec };
  readonly width: number;
}

/** Places all in the order of the text: times along the axis, to the right or down, with their events beside it. */
export function layoutTimeline(model: TimelineModel, measure: TextMeasurer): TimelineLayout {
  const top = containerPadding + (model.title ? titleHeight : 0);
  return model.direction === 'LR' ? level(model, top, measure) : upright(model, top, measure);
}

function colorOf({ sections }: TimelineModel, { section }: Period, at: number): number {
  return sections.length > 0 ? (section ?? -1) : at;
}

function level(model: TimelineModel, top: number, measure: TextMeasurer): TimelineLayout {
  const left = containerPadding;
  const height = (text: string, style: typeof eventStyle | typeof periodStyle) => cardHeight(labelText(text), style, card.w, measure);
  const xs: number[] = [];
  let x = left;
  for (const [at, period] of model.periods.entries()) {
    const before = model.periods[at - 1];
    if (before && before.section !== period.section) x += card.gap;
    xs.push(x);
    x += card.w + card.gap;
  }
  const runs = sectionRuns(model);
  const widthOf = ({ first, last }: (typeof runs)[number]) => (xs[last] ?? 0) + card.w - (xs[first] ?? 0);
  const bars = runs.map((run) => cardHeight(labelText(model.sections[run.section]?.label.text ?? ''), sectionStyle, widthOf(run), measure));
  const barHeight = bars.reduce((most, h) => Math.max(most, h), 0);
  const periodsTop = top + (barHeight > 0 ? barHeight + card.gap : 0);
  const periodHeight = model.periods.reduce((most, { label }) => Math.max(most, height(label.text, periodStyle)), 0);
  const axisY = periodsTop + periodHeight + toAxis;
  const periods = model.periods.map((period, at): PlacedPeriod => {
    const cardX = xs[at] ?? left;
    let y = axisY + toAxis;
    const events = period.events.map(({ label }) => {
      const box = { x: cardX, y, w: card.w, h: height(label.text, eventStyle) };
      y += box.h + stackGap;
      return box;
    });
    return {
      period,
      color: colorOf(model, period, at),
      box: { x: cardX, y: periodsTop, w: card.w, h: periodHeight },
      events,
      dot: { x: cardX + card.w / 2, y: axisY },
    };
  });
  const right = Math.max(left + card.w, x - card.gap);
  return {
    periods,
    sections: runs.map((run) => ({ at: run.section, box: { x: xs[run.first] ?? left, y: top, w: widthOf(run), h: barHeight } })),
    axis: { from: { x: left, y: axisY }, to: { x: right + 24, y: axisY } },
    width: right - left,
  };
}

const timeWidth = 130;
const eventWidth = 300;

function upright(model: TimelineModel, top: number, measure: TextMeasurer): TimelineLayout {
  const left = containerPadding;
  const axisX = left + timeWidth + toAxis;
  const eventsX = axisX + toAxis;
  const width = eventsX + eventWidth - left;
  const periods: PlacedPeriod[] = [];
  const sections: { at: number; box: Box }[] = [];
  let y = top;
  for (const [at, period] of model.periods.entries()) {
    const { section } = period;
    if (section !== undefined && section !== model.periods[at - 1]?.section) {
      if (at > 0) y += card.gap;
      const h = cardHeight(labelText(model.sections[section]?.label.text ?? ''), sectionStyle, width, measure);
      sections.push({ at: section, box: { x: left, y, w: width, h } });
      y += h + card.gap;
    }
    const h = cardHeight(labelText(period.label.text), periodStyle, timeWidth, measure);
    let eventY = y;
    const events = period.events.map(({ label }) => {
      const box = { x: eventsX, y: eventY, w: eventWidth, h: cardHeight(labelText(label.text), eventStyle, eventWidth, measure) };
      eventY += box.h + stackGap;
      return box;
    });
    const rowHeight = Math.max(h, events[0]?.h ?? 0);
    const box = { x: left, y: y + (rowHeight - h) / 2, w: timeWidth, h };
    periods.push({ period, color: colorOf(model, period, at), box, events, dot: { x: axisX, y: y + rowHeight / 2 } });
    y = Math.max(y + rowHeight, eventY - stackGap) + card.gap;
  }
  return {
    periods,
    sections,
    axis: { from: { x: axisX, y: (periods[0]?.dot.y ?? top + toAxis) - toAxis }, to: { x: axisX, y: Math.max(y, top + 2 * toAxis) + 6 } },
    width,
  };
}

/** Times of one section that follow each other, by their indices. */
function sectionRuns({ periods }: TimelineModel): readonly { readonly section: number; readonly first: number; readonly last: number }[] {
  const runs: { section: number; first: number; last: number }[] = [];
  for (const [at, { section }] of periods.entries()) {
    const run = runs.at(-1);
    if (section === undefined) continue;
    if (run?.section === section && run.last === at - 1) run.last = at;
    else runs.push({ section, first: at, last: at });
  }
  return runs;
}
