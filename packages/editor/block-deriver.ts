import type { Block, Placement, Shape, ShapeChange } from '@autograph/document';

/** A problem in the text; positions are 1-based, offsets in UTF-16 units of the source. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** What a code block looks like: pure in (source, valid_source, layout, x, y). */
export interface Derivation {
  /** First the container (type 'block', id = block id, at the block's x, y), then its contents in paint order; ids are `<block id>/<node id>`. */
  readonly shapes: readonly Shape[];
  readonly diagnostics: readonly Diagnostic[];
  /** Node and edge ids that have no placement yet: layout must run before they can be shown. */
  readonly unplaced: readonly string[];
  /** Source range of each node and edge id, offsets in UTF-16 units. */
  readonly ranges: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
}

export interface TextPatch {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A canvas edit of derived shapes, expressed on the block: the smallest change of its text and placements. */
export interface BlockEdit {
  /** In source order, not overlapping, offsets of the source before any is applied. */
  readonly patches: readonly TextPatch[];
  /** null drops a placement. */
  readonly layout: Readonly<Record<string, Placement | null>>;
  readonly x?: number;
  readonly y?: number;
}

export type DerivedShapeEdit =
  | { readonly kind: 'change'; readonly node_id: string; readonly change: ShapeChange }
  | { readonly kind: 'remove'; readonly node_id: string };

/** Port through which the editor shows and edits code blocks; `languages` implements it. */
export interface BlockDeriver {
  /** What a block of this text would have as its language; undefined when it is no diagram as code. */
  recognise(text: string): string | undefined;
  derive(block: Block): Derivation;
  /** The edit, or a sentence for the user saying why this diagram kind cannot be edited so. */
  edit(block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | { readonly refused: string };
}
