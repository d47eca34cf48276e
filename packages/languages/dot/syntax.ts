import type { Range } from '../mermaid/cursor.ts';

/** A name or a value. */
export interface Id extends Range {
  /** Without quotes; only `\"` is undone, as other escapes mean something to labels. */
  readonly text: string;
  readonly form: 'bare' | 'quoted' | 'html';
}

export interface Attribute extends Range {
  readonly name: Id;
  readonly value: Id;
}

/** `[a=b, c=d]` */
export interface AttributeList extends Range {
  readonly attributes: readonly Attribute[];
}

export interface NodeEnd extends Range {
  readonly kind: 'node';
  readonly id: Id;
}

export interface SubgraphEnd extends Range {
  readonly kind: 'subgraph';
  readonly id?: Id;
  readonly body: Body;
}

export type End = NodeEnd | SubgraphEnd;

/** A node, a subgraph, or several joined by edges. */
export interface Chain extends Range {
  readonly kind: 'chain';
  readonly ends: readonly End[];
  readonly lists: readonly AttributeList[];
  /** Where the last of its ends ends. */
  readonly body: Range;
}

/** `node [shape=box]` */
export interface Defaults extends Range {
  readonly kind: 'defaults';
  readonly of: 'graph' | 'node' | 'edge';
  readonly lists: readonly AttributeList[];
}

/** `rankdir=LR` */
export interface Assignment extends Range {
  readonly kind: 'assignment';
  readonly attribute: Attribute;
}

export type Statement = Chain | Defaults | Assignment;

/** What stands in braces, with them. */
export interface Body extends Range {
  readonly statements: readonly Statement[];
}

export interface Graph {
  readonly strict: boolean;
  readonly directed: boolean;
  readonly id?: Id;
  readonly body: Body;
  /** Where it ends; something else may follow. */
  readonly to: number;
}
