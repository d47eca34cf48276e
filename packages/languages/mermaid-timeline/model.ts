import type { Range } from '../mermaid/cursor.ts';

/** A text with where it stands. */
export interface Written extends Range {
  readonly text: string;
}

export interface TimelineEvent {
  readonly id: string;
  readonly label: Written;
  /** With its colon. */
  readonly range: Range;
}

/** A time, with what happened in it. */
export interface Period {
  readonly id: string;
  readonly label: Written;
  /** Index into the sections; absent before the first. */
  readonly section?: number;
  readonly events: readonly TimelineEvent[];
}

export interface TimelineSection {
  readonly id: string;
  readonly label: Written;
  readonly range: Range;
}

export interface TimelineModel {
  readonly title?: string;
  /** Absent when the title stands in the front matter. */
  readonly titleWritten?: Written;
  readonly titleRange?: Range;
  readonly direction: 'LR' | 'TD';
  readonly sections: readonly TimelineSection[];
  readonly periods: readonly Period[];
}
