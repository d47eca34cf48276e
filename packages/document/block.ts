import type { BlockId } from './shape.ts';

/** Where a node of a code block stands, in the block's coordinates (px), and how its edge runs. Only what cannot be derived from the text. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly w?: number;
  readonly h?: number;
  /** A person put it there: layout must not move it. */
  readonly pinned?: boolean;
  /** Edges: the route found by layout, from border to border; ignored once an end has moved away from it. */
  readonly points?: readonly (readonly number[])[];
}

/** How the nodes of a diagram are arranged: in ranks along its direction, as a tree, by forces, or around a circle. */
export type Arrangement = 'layered' | 'tree' | 'force' | 'circular';

/** How the lines of a diagram run. */
export type LineStyle = 'orthogonal' | 'curved' | 'straight';

/** A diagram as code on the board. Its shapes are derived from `source` and `layout`, never stored. */
export interface Block {
  readonly id: BlockId;
  /** A language family: 'mermaid'. The diagram kind is detected from the source. */
  readonly language: string;
  readonly source: string;
  /** The last source that parsed, kept only while `source` does not: the picture stays while the text is broken. */
  readonly valid_source?: string;
  /** Top-left corner on the page, px. */
  readonly x: number;
  readonly y: number;
  /** Fractional index among the page's top-level shapes. */
  readonly index: string;
  /** As a person has chosen; as the text says, or else layered, when absent. */
  readonly arrangement?: Arrangement;
  /** As a person has chosen; when absent as the text says, or else as suits the arrangement. */
  readonly lines?: LineStyle;
  /** By stable node id (nodes, groups) or edge id. */
  readonly layout: Readonly<Record<string, Placement>>;
}
