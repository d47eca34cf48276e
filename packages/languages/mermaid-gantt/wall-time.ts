import dayjs from 'dayjs';
import advancedFormat from 'dayjs/plugin/advancedFormat.js';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import utc from 'dayjs/plugin/utc.js';
import type { WallTime } from './model.ts';

dayjs.extend(utc);
dayjs.extend(customParseFormat);
dayjs.extend(advancedFormat);

/** The units of durations; a day is `d`, a month is `M` (https://mermaid.js.org/syntax/gantt.html). */
const units = ['ms', 's', 'm', 'h', 'd', 'w', 'M', 'y'] as const;
export type DurationUnit = (typeof units)[number];

export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

export const dayLength = 86_400_000;

/** A text in exactly this format (https://day.js.org/docs/en/parse/string-format), else undefined. */
export function parseDate(text: string, format: string): WallTime | undefined {
  const read = dayjs.utc(text, format, true);
  return read.isValid() ? read.valueOf() : undefined;
}

export function formatDate(time: WallTime, format: string): string {
  return dayjs.utc(time).format(format);
}

/** Any way of writing a date that JavaScript knows, within 10,000 years. */
export function parseLooseDate(text: string): WallTime | undefined {
  if (Number.isNaN(Date.parse(text))) return undefined;
  // What says no zone of its own is read as it stands.
  const time = [`${text}Z`, `${text} UTC`, text].map((form) => Date.parse(form)).find((value) => !Number.isNaN(value)) ?? Number.NaN;
  return Math.abs(new Date(time).getUTCFullYear()) <= 10_000 ? time : undefined;
}

export function parseDuration(text: string): Duration | undefined {
  const [, amount, written] = /^(\d+(?:\.\d+)?)([Mdhmswy]|ms)$/.exec(text) ?? [];
  const unit = units.find((candidate) => candidate === written);
  return unit && amount !== undefined ? { amount: Number.parseFloat(amount), unit } : undefined;
}

/** Months and years as the calendar has them; days and weeks whole. The time itself when it would leave the calendar. */
export function addDuration(time: WallTime, { amount, unit }: Duration): WallTime {
  const sum = dayjs.utc(time).add(amount, unit);
  return sum.isValid() ? sum.valueOf() : time;
}

/** Now, by the clock on the wall here. */
export function now(): WallTime {
  const here = new Date();
  return Date.UTC(here.getFullYear(), here.getMonth(), here.getDate(), here.getHours(), here.getMinutes(), here.getSeconds());
}

export function startOfDay(time: WallTime): WallTime {
  return Math.floor(time / dayLength) * dayLength;
}
