import type { Range } from '../mermaid/cursor.ts';

/** A place where the text names a block, with its brackets but without its width. */
export interface Mention extends Range {
  readonly name: Range;
  /** What stands between the quotes in its brackets. */
  readonly label?: Range;
  /** The brackets, with what is in them. */
  readonly brackets?: Range;
  /** `:2` */
  readonly size?: Range;
  /** An end of an edge. */
  readonly inEdge: boolean;
}

export interface BlockNode {
  /** As Mermaid has it; none for spaces and for blocks without a name. */
  readonly id?: string;
  /** Unique: what the canvas calls it. */
  readonly nodeId: string;
  /** What Mermaid calls its shape: `square`, `block_arrow`, `composite`, `space`; `na` when the text gives none. */
  readonly type: string;
  readonly label: string;
  /** In columns. */
  readonly width: number;
  /** Of a block with others in it; absent for as many as there are. */
  readonly columns?: number;
  /** Of block arrows: right, left, up, down, x, y. */
  readonly directions: readonly string[];
  readonly classes: readonly string[];
  readonly styles: readonly string[];
  /** What the `style` line about it says. */
  readonly ownStyles?: Range;
  readonly children: readonly BlockNode[];
  readonly mentions: readonly Mention[];
  /** From the first word to the last, `end` included. */
  readonly range: Range;
  /** Of a block with others in it: behind its first line, where they begin. */
  readonly bodyFrom?: number;
}

export interface Edge {
  /** Stable: made of both names, and a number when there are more. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly ends: readonly [Mention, Mention];
  readonly label: string;
  /** Between quotes. */
  readonly labelRange?: Range;
  /** Everything between the ends, without the blanks around it. */
  readonly link: Range;
  /** `-->` */
  readonly arrow: string;
  readonly range: Range;
}

/** A `style` or `class` line. */
export interface Styling {
  readonly names: readonly (Range & { readonly text: string })[];
  readonly range: Range;
}

export interface BlockModel {
  readonly title?: string;
  readonly columns?: number;
  readonly children: readonly BlockNode[];
  readonly edges: readonly Edge[];
  readonly classDefs: ReadonlyMap<string, readonly string[]>;
  readonly stylings: readonly Styling[];
}

/** Every block, each before those in it. */
export function allBlocks(children: readonly BlockNode[]): readonly BlockNode[] {
  return children.flatMap((child) => [child, ...allBlocks(child.children)]);
}
