import type { Shape } from '@autograph/document';
import type { Direction } from '@autograph/layout';
import type { ClassContents } from '@autograph/shapes/class-compartments.ts';
import type { EntityRow } from '@autograph/shapes/entity-table.ts';
import type { NodeShape } from '@autograph/shapes/node/node-shape.ts';
import type { Connector } from '../connector.ts';
import type { Range } from '../mermaid/cursor.ts';

type Worded = Omit<Partial<Shape>, 'type' | 'text'> & { readonly text: string };

/** How a node is shown: as an outline or icon with words, a table with columns, or a class with members. */
export type NodeLook =
  | (Omit<Partial<NodeShape>, 'type' | 'text'> & { readonly type: 'node'; readonly text: string })
  | (Worded & { readonly type: 'entity'; readonly rows: readonly EntityRow[] })
  | (Worded & ClassContents & { readonly type: 'class-box' });

interface Part {
  /** Stable across edits of the text. */
  readonly id: string;
  /** The group that holds it. */
  readonly parent?: string;
  readonly range: Range;
}

export interface ChartNode extends Part {
  readonly look: NodeLook;
}

export interface ChartGroup extends Part {
  readonly look: Worded & { readonly icon?: string };
}

export interface ChartEdge extends Omit<Part, 'parent'> {
  /** Nodes or groups. */
  readonly from: string;
  readonly to: string;
  readonly look: Partial<Connector>;
}

/** Boxes, what holds them, and lines between them, whatever language says so. */
export interface Chart {
  readonly direction: Direction;
  readonly nodes: readonly ChartNode[];
  /** Outer ones first. */
  readonly groups: readonly ChartGroup[];
  readonly edges: readonly ChartEdge[];
}
