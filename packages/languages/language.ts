import type { Block, Placement, Shape } from '@autograph/document';
import type {
  AddEdit,
  BlockEdit,
  ConnectEdit,
  Derivation,
  DerivedShapeEdit,
  Diagnostic,
  Drawing,
  RegroupEdit,
  ReorderEdit,
  StructureChange,
  WrittenDiagram,
} from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { LayoutGraph, LayoutResult } from '@autograph/layout';
import type { Fix } from './fixes.ts';
import type { LayoutChoice } from './layout-choice.ts';
import type { Nesting } from './nesting.ts';
import type { Palette } from './palette.ts';

export type Parsed<Model> =
  | { readonly ok: true; readonly model: Model; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** One diagram language: a folder with a `manifest.ts` that exports one of these. */
export interface Language<Model = unknown> {
  /** Equals the folder's name: 'mermaid-flowchart'. */
  readonly id: string;
  /** What a block's `language` says: 'mermaid'. */
  readonly family: string;
  /** For people: "Flowchart". */
  readonly label: string;
  /** Cheap: does this source look like ours? Asked in order of `rank`, lowest first; a fallback has the highest. */
  detect(source: string): boolean;
  readonly rank: number;
  /** Draws, in its way, whatever a text of the family says: it is asked about those that their own language refuses. */
  readonly standsIn?: true;
  readonly nesting?: Nesting;
  parse(source: string): Parsed<Model>;
  /** What may have been meant where a text has a problem, the likeliest first; each is tried before anybody sees it. */
  fixes?(source: string, problem: Diagnostic): Iterable<Fix>;
  /** The same diagram in tidy text, given one that parses; formatting twice changes nothing more. */
  format?(source: string): string;
  /** The graph to lay out, when positions come from a layouter; absent when the language places its own (sequence, pictures). */
  graph?(model: Model, measure: TextMeasurer): LayoutGraph;
  /** Where things of the graph stand, when the text itself says so; a layouter places them when absent. */
  layout?(model: Model, measure: TextMeasurer): LayoutResult;
  /** Shapes without the container, in the block's coordinates; ids already `<block id>/<node id>`. Skips what is unplaced. */
  derive(model: Model, block: Block, measure: TextMeasurer): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'>;
  /** The colours that the text asks for as a whole; they go over those of `derive` where the text gives none of its own. */
  palette?(source: string): Palette | undefined;
  /** How the text asks lines to be drawn, where it says that. */
  look?(source: string): Shape['look'];
  /** How the text asks to be laid out, where it says that. */
  layoutChoice?(source: string): Partial<LayoutChoice>;
  /** Writes changes and removals of shapes back into text and placements. */
  edit(model: Model, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | Refusal;
  /** Edits of the structure; one that a language lacks is refused with a sentence. What they add to the text they also place, so that nothing else moves. */
  /** Outlines that a change may give to nodes. */
  readonly forms?: ReadonlySet<string>;
  /** Kinds that a change may give to boxes, which say theirs above their names. */
  readonly kinds?: readonly string[];
  connect?(model: Model, block: Block, edit: ConnectEdit, measure: TextMeasurer): StructureChange | Refusal;
  add?(model: Model, block: Block, edit: AddEdit, measure: TextMeasurer): StructureChange | Refusal;
  regroup?(model: Model, block: Block, edit: RegroupEdit, measure: TextMeasurer): StructureChange | Refusal;
  reorder?(model: Model, block: Block, edit: ReorderEdit, measure: TextMeasurer): StructureChange | Refusal;
  /** A drawing as text of this language, with the node id of each of its nodes and groups. */
  write?(drawing: Drawing): Omit<WrittenDiagram, 'language'>;
}

/** Why an edit cannot be written, and what to do instead: a sentence for the user. */
export interface Refusal {
  readonly refused: string;
}

export type Placements = Readonly<Record<string, Placement>>;
