import type { Box, Vec } from '@autograph/geometry';

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

/** In ranks along the direction, as a tree along it, by forces, or around circles. */
export type Arrangement = 'layered' | 'tree' | 'force' | 'circular';

/** What the mark and the words at the end of an edge take up: along the edge, and to both sides of it (left and right, or above and below), px. */
export interface EndRoom {
  readonly along: number;
  readonly low: number;
  readonly high: number;
}

export interface EdgeEnds {
  readonly from: EndRoom;
  readonly to: EndRoom;
}

/** A graph to be placed; sizes in px. */
export interface LayoutGraph {
  /** Layered when absent. */
  readonly arrangement?: Arrangement;
  readonly direction: Direction;
  readonly nodes: readonly {
    readonly id: string;
    readonly w: number;
    readonly h: number;
    readonly group?: string;
    /** Stands right beside a node of its own group, as a note does, instead of in a rank of its own. */
    readonly beside?: { readonly of: string; readonly side: 'left' | 'right' | 'top' | 'bottom' };
  }[];
  readonly groups: readonly {
    readonly id: string;
    readonly group?: string;
    readonly direction?: Direction;
    /** Its place among its neighbours side by side, for groups whose order says something. */
    readonly turn?: number;
    /** A band along the flow: as long as its neighbours that are lanes too, beside these in the order of the graph, and nothing else beside it. */
    readonly lane?: boolean;
    readonly label: { readonly w: number; readonly h: number };
  }[];
  /** Ends may be nodes or groups. */
  readonly edges: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly label?: { readonly w: number; readonly h: number } /** ranks to span, at least 1 */;
    readonly length?: number;
    /** What is drawn at its ends. */
    readonly ends?: EdgeEnds;
  }[];
}

/** Absolute positions, px, top-left of the whole at (0, 0). */
export interface LayoutResult {
  readonly nodes: ReadonlyMap<string, Box>;
  readonly groups: ReadonlyMap<string, Box>;
  /** From border to border. */
  readonly edges: ReadonlyMap<string, readonly Vec[]>;
  /** Where the middles of edge labels belong, by edge. */
  readonly labels?: ReadonlyMap<string, Vec>;
}

/** Port of a layout algorithm; deterministic. */
export type Layouter = (graph: LayoutGraph) => Promise<LayoutResult>;
