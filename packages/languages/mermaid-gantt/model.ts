import type { Range } from '../mermaid/cursor.ts';

/** Milliseconds since 1970 of the clock on the wall: charts know no time zones, so that they are the same everywhere. */
export type WallTime = number;

export const taskTags = ['active', 'done', 'crit', 'milestone', 'vert'] as const;
export type TaskTag = (typeof taskTags)[number];

/** A piece of the text with where it stands. */
export interface Written extends Range {
  readonly text: string;
}

/** A task as its line says. */
export interface TaskLine {
  /** Unique and stable: what the canvas calls it. */
  readonly nodeId: string;
  /** What `after` and `until` call it; Mermaid numbers those that have none. */
  readonly id: string;
  /** The line's own id, when it has one. */
  readonly idWritten?: Written;
  readonly label: Written;
  readonly tags: ReadonlySet<TaskTag>;
  /** A date, or `after …`; when absent, the end of the task before. */
  readonly start?: Written;
  /** A date, a duration, or `until …`. */
  readonly end: Written;
  /** Index into the sections; absent before the first. */
  readonly section?: number;
  readonly href?: string;
  /** The whole statement. */
  readonly range: Range;
}

/** A task with its dates. They are absent when its dependencies go in a circle. */
export interface Task extends TaskLine {
  readonly from?: WallTime;
  readonly to?: WallTime;
  /** Where the bar ends, when excluded days follow: these belong to the task, and not to its bar. */
  readonly shownTo?: WallTime;
}

export interface Section {
  readonly id: string;
  readonly title: Written;
  readonly range: Range;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** What governs dates and the axis. */
export interface GanttRules {
  readonly dateFormat: string;
  readonly axisFormat: string;
  readonly tickInterval: string;
  readonly todayMarker: string;
  readonly excludes: readonly string[];
  readonly includes: readonly string[];
  readonly inclusiveEndDates: boolean;
  readonly weekday: Weekday;
  readonly weekend: 'friday' | 'saturday';
}

/** What the configuration says about the looks. */
export interface GanttSettings {
  readonly compact: boolean;
  readonly topAxis: boolean;
  readonly axisFormat?: string;
  readonly tickInterval?: string;
}

/** A `click` line; it may name several tasks. */
export interface Click {
  readonly ids: Written;
  readonly range: Range;
}

export interface GanttModel {
  readonly title?: string;
  /** Absent when the title stands in the front matter. */
  readonly titleRange?: Range;
  readonly rules: GanttRules;
  readonly settings: GanttSettings;
  readonly sections: readonly Section[];
  readonly tasks: readonly Task[];
  readonly clicks: readonly Click[];
}
