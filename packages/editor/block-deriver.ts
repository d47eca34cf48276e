import type { Arrangement, ArrowHead, Block, BlockId, LineStyle, Placement, Shape, ShapeChange, ShapeId } from '@autograph/document';
import type { Box, Vec } from '@autograph/geometry';

/** A problem in the text; positions are 1-based, offsets in UTF-16 units of the source. */
export interface Diagnostic {
  /** A notice says why a text is shown as a picture only, which its own language could not read. */
  readonly severity: 'error' | 'warning' | 'notice';
  /** Set when nothing is wrong with the text but that it is too much: what it makes, the time it takes, or how it is nested. */
  readonly code?: 'too_large' | 'too_slow' | 'too_complex';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly from: number;
  readonly to: number;
  /** What would mend it, where that is known already. */
  readonly fix?: Fix;
}

/** A change of the text that mends a problem, and what it does, for people. */
export interface Fix {
  readonly label: string;
  readonly patch: TextPatch;
}

/** What a code block looks like: pure in (source, valid_source, layout, x, y), unless it is pending. */
export interface Derivation {
  /** First the container (type 'block', id = block id, at the block's x, y), then its contents in paint order; ids are `<block id>/<node id>`. */
  readonly shapes: readonly Shape[];
  readonly diagnostics: readonly Diagnostic[];
  /** Node and edge ids that have no placement yet: layout must run before they can be shown. */
  readonly unplaced: readonly string[];
  /** Source range of each node and edge id, offsets in UTF-16 units. */
  readonly ranges: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
  /** Which edits of its structure can be written into the text as it is now. */
  readonly offers: ReadonlySet<StructureEdit['kind']>;
  /** How it is laid out; absent when its language places everything by its own rules. */
  readonly layout?: { readonly arrangement: Arrangement; readonly lines: LineStyle };
  /** Outlines that can be written for its nodes; absent when the text says none. */
  readonly forms?: ReadonlySet<string>;
  /** Kinds that can be written for its boxes, which say theirs above their names; absent when the text says none. */
  readonly kinds?: readonly string[];
  /** The block is being drawn elsewhere, 'long' when that can be felt: all this tells how it was before. */
  readonly pending?: 'brief' | 'long';
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

/**
 * What a shape's own properties say after an edit, or that it is gone. A change of `start` or `end` hangs an edge on another node, one of
 * `outline` gives a node another form, one of `rows` a table other rows; a move of what stands in an order changes that order.
 */
export type DerivedShapeEdit =
  | { readonly kind: 'change'; readonly node_id: string; readonly change: ShapeChange }
  | { readonly kind: 'remove'; readonly node_id: string };

/** A new edge between two nodes of one diagram, or from a node to itself. */
export interface ConnectEdit {
  readonly kind: 'connect';
  readonly from: string;
  readonly to: string;
  /** Where the line ends, block coordinates, px: says when, in diagrams where height is time. */
  readonly at: Vec;
}

/** A new node, and the edge to it when it was dragged out of another. */
export interface AddEdit {
  readonly kind: 'add';
  /** The node that it was dragged out of. */
  readonly from?: string;
  /** Its centre, block coordinates, px. */
  readonly at: Vec;
  /** As drawn, px; as its content needs when absent. */
  readonly size?: { readonly w: number; readonly h: number };
  /** The innermost group there. */
  readonly group?: string;
  /** The form that was drawn, where nodes have one. */
  readonly outline?: string;
}

/** A node or group dropped into a group, or out of all of them; where it lies is told by a change before. */
export interface RegroupEdit {
  readonly kind: 'regroup';
  readonly node_id: string;
  readonly group: string | null;
}

/** An edge dragged by itself to another place, or sent one place on or back by keys. */
export interface ReorderEdit {
  readonly kind: 'reorder';
  readonly node_id: string;
  /** Where its middle was dropped, block coordinates, px; or how many places on, or back when negative. */
  readonly to: Vec | number;
}

/** What drawing and dropping on the canvas changes of a diagram's structure. */
export type StructureEdit = ConnectEdit | AddEdit | RegroupEdit | ReorderEdit;

/** A change of the structure, and what has come of it. */
export interface StructureChange extends BlockEdit {
  /** The node or edge that is new. */
  readonly made?: string;
}

interface Drawn {
  readonly id: ShapeId;
  /** On the page, px. */
  readonly box: Box;
  readonly text: string;
  /** How it differs from a new one of its kind. */
  readonly look: Partial<Shape>;
  /** The innermost of the groups that it lies in. */
  readonly group?: ShapeId;
}

/** Drawn shapes as what they say: things, what they lie in, and the lines that join them. */
export interface Drawing {
  readonly nodes: readonly (Drawn & { readonly outline: string; readonly icon?: string })[];
  readonly groups: readonly Drawn[];
  readonly edges: readonly (Omit<Drawn, 'box' | 'group'> & {
    readonly from: ShapeId;
    readonly to: ShapeId;
    readonly start_head: ArrowHead;
    readonly end_head: ArrowHead;
  })[];
}

/** A drawing in the text of a language. */
export interface WrittenDiagram {
  readonly language: string;
  readonly source: string;
  /** The node id of each node and group. */
  readonly ids: ReadonlyMap<ShapeId, string>;
}

/** Port through which the editor shows and edits code blocks; `languages` implements it. */
export interface BlockDeriver {
  /** What a block of this text would be, without a markdown fence around it; undefined when it is no diagram as code. */
  recognise(text: string): (Pick<Block, 'language' | 'source'> & Partial<Pick<Block, 'layout'>>) | undefined;
  derive(block: Block): Derivation;
  /** What a block would show that is on no board, by id; undefined when that takes too long to tell. */
  idsOf(block: Block): ReadonlySet<ShapeId> | undefined;
  /** Calls the listener when a block that was pending is to be derived again; gives the way to stop. Absent when none is ever pending. */
  onDerived?(listener: (id: BlockId) => void): () => void;
  /** Lets go of what is remembered of a block that is gone. */
  forget?(id: BlockId): void;
  /** The edit, or a sentence for the user saying why this diagram kind cannot be edited so. */
  edit(block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | { readonly refused: string };
  /** The change of the structure, or a sentence for the user that says what to do instead. */
  restructure(block: Block, edit: StructureEdit): StructureChange | { readonly refused: string };
  /** The drawing as text; undefined when no language writes one. */
  write(drawing: Drawing): WrittenDiagram | undefined;
}

/** Things to be laid out, and which of them lines join; sizes in px. */
export interface LooseDrawing {
  readonly nodes: readonly { readonly id: ShapeId; readonly w: number; readonly h: number }[];
  readonly edges: readonly { readonly id: ShapeId; readonly from: ShapeId; readonly to: ShapeId }[];
}

/** Port through which things are laid out anew; `languages` implements it. Always the same for the same. */
export interface Arranger {
  /** The block with everything but what is pinned in its best place; undefined when it places itself, or cannot be read. */
  arrange(block: Block): Promise<Block | undefined>;
  /** Where the nodes belong, from (0, 0) on. */
  place(drawing: LooseDrawing, arrangement: Arrangement): Promise<ReadonlyMap<ShapeId, Box>>;
}
