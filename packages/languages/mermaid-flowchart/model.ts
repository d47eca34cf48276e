import type { Direction } from '@autograph/layout';
import type { Chain, LinkMention, NodeMention, Subgraph, Syntax } from './syntax.ts';

/** What `@{ … }` says of a node, as far as Mermaid reads it. */
export interface FlowNode {
  readonly id: string;
  /** As written, without quotes. */
  readonly text: string;
  readonly textType: 'text' | 'string' | 'markdown';
  /** Mermaid's name of its shape: `round` of brackets, or the name given in `@{ shape: … }`. */
  readonly shape?: string;
  readonly icon?: string;
  readonly image?: string;
  readonly form?: string;
  readonly pos?: string;
  readonly w?: number;
  readonly h?: number;
  readonly classes: readonly string[];
  readonly styles: readonly string[];
  readonly link?: string;
  /** Where it stands in the text, in order. */
  readonly mentions: readonly NodeMention[];
  /** The mention that its text comes from. */
  readonly labelled?: NodeMention;
}

export type EdgeMark = 'none' | 'arrow_point' | 'arrow_cross' | 'arrow_circle';

export interface FlowEdge {
  /** `from->to`, and `#2` and so on for more between the same two. */
  readonly id: string;
  /** Given in the text: `e1@-->`. */
  readonly name?: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly textType: 'text' | 'string' | 'markdown';
  readonly line: string;
  readonly start: EdgeMark;
  readonly end: EdgeMark;
  /** Ranks to span. */
  readonly length: number;
  readonly curve?: string;
  readonly classes: readonly string[];
  readonly styles: readonly string[];
  /** Where it is written; one mention makes several edges when its ends are lists. */
  readonly chain: Chain;
  readonly link: LinkMention;
  readonly ends: readonly [from: NodeMention, to: NodeMention];
}

export interface FlowGroup {
  readonly id: string;
  readonly title: string;
  readonly titleType: 'text' | 'string' | 'markdown';
  readonly members: readonly string[];
  readonly parent?: string;
  readonly direction?: Direction;
  readonly collapsed: boolean;
  readonly classes: readonly string[];
  readonly styles: readonly string[];
  readonly syntax: Subgraph;
}

/** A flowchart as Mermaid understands it. */
export interface FlowModel {
  readonly direction: Direction;
  readonly title?: string;
  /** In order of first mention; without those that are subgraphs. */
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly edges: readonly FlowEdge[];
  /** In the order in which they end. */
  readonly groups: ReadonlyMap<string, FlowGroup>;
  readonly classDefs: ReadonlyMap<string, readonly string[]>;
  readonly defaultEdgeStyles: readonly string[];
  readonly syntax: Syntax;
  readonly source: string;
}
