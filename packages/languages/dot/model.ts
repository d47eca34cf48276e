import type { Diagnostic } from '@autograph/editor';
import type { Chart } from '../chart/chart.ts';
import type { GraphForm } from '../chart/form.ts';
import type { Attribute, Body, Chain, Graph, NodeEnd, SubgraphEnd } from './syntax.ts';

export interface Value {
  readonly text: string;
  readonly html: boolean;
}

export type Values = ReadonlyMap<string, Value>;

/** Where a node is named. */
export interface Mention {
  readonly end: NodeEnd;
  readonly statement: Chain;
  /** The body that the statement stands in. */
  readonly body: Body;
}

export interface Node {
  readonly id: string;
  /** All that hold, those of defaults too. */
  readonly values: Values;
  /** What its own statements say, the last of each. */
  readonly own: ReadonlyMap<string, Attribute>;
  readonly cluster?: string;
  readonly mentions: readonly Mention[];
}

/** A subgraph that is drawn as a box. */
export interface Cluster {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
  readonly values: Values;
  readonly own: ReadonlyMap<string, Attribute>;
  readonly places: readonly SubgraphEnd[];
}

export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly values: Values;
  readonly own: ReadonlyMap<string, Attribute>;
  readonly statement: Chain;
  /** Which of the statement's ends it comes from. */
  readonly at: number;
  readonly body: Body;
}

/** What holds for nodes and edges that are new at the end of a body. */
export interface Standing {
  readonly node: Values;
  readonly edge: Values;
}

export interface DotModel {
  readonly source: string;
  readonly syntax: Graph;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly edges: readonly Edge[];
  readonly values: Values;
  readonly standing: ReadonlyMap<Body, Standing>;
  readonly warnings: readonly Diagnostic[];
  readonly chart: Chart;
  readonly form: GraphForm;
}
