import type { Chart, ChartEdge } from '../eraser/chart-model.ts';
import type { Group } from '../eraser/syntax.ts';
import type { SequenceModel } from '../sequence/model.ts';

/** A text read twice: as what names what, and as what happens in which order. */
export interface EraserSequence {
  readonly chart: Chart;
  readonly sequence: SequenceModel;
  /** What each message is in the chart, by its id. */
  readonly messages: ReadonlyMap<string, ChartEdge>;
  /** The braces of each fragment, one after the other where it has several parts. */
  readonly fragments: ReadonlyMap<string, readonly Group[]>;
}
