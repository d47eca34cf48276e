import type { TextMeasurer } from '@autograph/geometry';
import { tickStyle } from '@autograph/shapes/time-axis.ts';
import {
  type CountableTimeInterval,
  type TimeInterval,
  utcDay,
  utcFriday,
  utcHour,
  utcMillisecond,
  utcMinute,
  utcMonday,
  utcMonth,
  utcSaturday,
  utcSecond,
  utcSunday,
  utcThursday,
  utcTicks,
  utcTuesday,
  utcWednesday,
} from 'd3-time';
import { utcFormat } from 'd3-time-format';
import type { GanttModel, Weekday } from './model.ts';
import { type TimeScale, xOf } from './scale.ts';
import { dayLength } from './wall-time.ts';

export interface Tick {
  /** px from the left of the plot. */
  readonly x: number;
  /** Absent where it would run into its neighbours. */
  readonly text?: string;
}

const weeks: Readonly<Record<Weekday, CountableTimeInterval>> = {
  monday: utcMonday,
  tuesday: utcTuesday,
  wednesday: utcWednesday,
  thursday: utcThursday,
  friday: utcFriday,
  saturday: utcSaturday,
  sunday: utcSunday,
};
const intervals: ReadonlyMap<string, CountableTimeInterval> = new Map([
  ['millisecond', utcMillisecond],
  ['second', utcSecond],
  ['minute', utcMinute],
  ['hour', utcHour],
  ['day', utcDay],
  ['month', utcMonth],
]);

/** More ticks than this are nobody's wish. */
const mostTicks = 2_000;
/** Clear space between the labels of neighbours, px. */
const labelGap = 14;

/** The ticks that the text asks for, or else as many round ones as there is room for, labelled as far as labels keep clear of each other. */
export function axisTicks(model: GanttModel, scale: TimeScale, measure: TextMeasurer): readonly Tick[] {
  const { from, to, pxPerMs } = scale;
  const format = labelFormat(model, to - from);
  const widthOf = (time: Date) => measure.width(format(time), tickStyle);
  const room = Math.max(widthOf(new Date(from)), widthOf(new Date(to))) + labelGap;
  const wish = wishedInterval(model);
  const wished = wish && (to - from) / averageLength(wish, from) <= mostTicks ? wish.range(new Date(from), new Date(to + 1)) : undefined;
  const times = wished ?? distinct(utcTicks(new Date(from), new Date(to), ticksThatFit((to - from) * pxPerMs, room)), format);
  const apart = times.length > 1 ? xOf(scale, (times[1] ?? times[0])?.valueOf() ?? 0) - xOf(scale, times[0]?.valueOf() ?? 0) : room;
  const stride = Math.max(1, Math.ceil(room / Math.max(apart, 0.5)));
  return times.map((time, at) => ({ x: xOf(scale, time.valueOf()), ...(at % stride === 0 && { text: format(time) }) }));
}

function ticksThatFit(width: number, room: number): number {
  return Math.max(2, Math.min(12, Math.floor(width / room)));
}

/** The first of those that would be labelled alike. */
function distinct(times: readonly Date[], format: (time: Date) => string): readonly Date[] {
  return times.filter((time, at) => at === 0 || format(time) !== format(times[at - 1] ?? time));
}

function wishedInterval({ rules, settings }: GanttModel): TimeInterval | undefined {
  const [, count = '', unit = ''] =
    /^([1-9]\d*)(millisecond|second|minute|hour|day|week|month)$/.exec(rules.tickInterval || settings.tickInterval || '') ?? [];
  const interval = unit === 'week' ? weeks[rules.weekday] : intervals.get(unit);
  return interval?.every(Number(count)) ?? undefined;
}

function averageLength(interval: TimeInterval, from: number): number {
  const start = interval.ceil(new Date(from));
  return Math.max(1, (interval.offset(start, 4).valueOf() - start.valueOf()) / 4);
}

/** Mermaid's format of dates; the time of day where all is within two days and the text names no format. */
function labelFormat({ rules, settings }: GanttModel, span: number): (time: Date) => string {
  const written = rules.axisFormat || settings.axisFormat;
  return utcFormat(written || (rules.dateFormat === 'D' ? '%d' : span <= 2 * dayLength ? '%H:%M' : '%Y-%m-%d'));
}
