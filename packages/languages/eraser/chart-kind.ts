import type { EntityShape } from '@autograph/shapes/entity-table.ts';
import type { NodeShape } from '@autograph/shapes/node/node-shape.ts';
import type { ChartNode } from './chart-model.ts';

/** What one kind of chart makes of its nodes. */
export interface ChartKind {
  /** What a new node is called: "step". */
  readonly noun: string;
  /** Braces hold columns, and connections are relations. */
  readonly tables?: boolean;
  /** Connections are messages, in the order of the text. */
  readonly lifelines?: boolean;
  /** Groups are lanes. */
  readonly lanes?: boolean;
  /** How a node is drawn, colours and label apart. */
  look(node: ChartNode): Omit<Partial<NodeShape>, 'type'> & Partial<Pick<EntityShape, 'rows'>>;
  /** Outlines that people can give to nodes, with the property that says so. */
  readonly outlines?: { readonly property: string; readonly values: ReadonlyMap<string, string> };
}
