import type { StructureChange, TextPatch } from '@autograph/editor';
import type { Parsed, Refusal } from '../language.ts';
import type { Chart } from './chart.ts';
import type { GraphForm } from './form.ts';

/** What every chart's model has. */
export interface ChartModel {
  readonly source: string;
  readonly chart: Chart;
  /** Its edges stand in the order of the chart's. */
  readonly form: GraphForm;
}

/** What a text is to say, and ways to write that, the smallest first. */
export interface Step {
  readonly wanted: GraphForm;
  readonly ways: Iterable<readonly TextPatch[]>;
}

export interface NewNode {
  readonly group: string | undefined;
  /** What it is dragged out of. */
  readonly from: string | undefined;
  readonly outline: string | undefined;
}

/** How a language writes changes of its charts. Edges are meant by their place among the chart's. */
export interface ChartGrammar<Model extends ChartModel> {
  parse(source: string): Parsed<Model>;
  label(model: Model, part: Part, text: string): Step | Refusal;
  /** `css` and `value` as CSS says them: `stroke-width`, `2px`. */
  style(model: Model, part: Part, css: string, value: string): Step | Refusal;
  outline(model: Model, id: string, outline: string): Step | Refusal;
  /** Rows of a table or members of a class as the shape has them now. */
  list(model: Model, id: string, name: string, value: unknown): Step | Refusal;
  /** Gives an end of an edge another mark. */
  head(model: Model, edge: number, end: 'from' | 'to', head: string): Step | Refusal;
  /** Hangs an end of an edge on something else. */
  reroute(model: Model, edge: number, end: 'from' | 'to', id: string): Step | Refusal;
  /** Things come with all in them and all their edges. */
  remove(model: Model, things: ReadonlySet<string>, edges: ReadonlySet<number>): Step | Refusal;
  connect(model: Model, from: string, to: string): Step | Refusal;
  add(model: Model, node: NewNode): (Step & { readonly made: string }) | Refusal;
  regroup(model: Model, id: string, group: string | null): Step | Refusal;
}

/** A thing by its id, or an edge by its place. */
export type Part = { readonly thing: string } | { readonly edge: number };

export type Outcome = StructureChange | Refusal;
