import type { Vec } from '@autograph/geometry';
import type { Direction } from '../graph.ts';

/** A node or a group as a whole, among those in the same group; px. */
export interface LooseUnit {
  readonly id: string;
  readonly w: number;
  readonly h: number;
}

/** What is in one group, or in none: its units, and which of them are linked, by their numbers. */
export interface LooseGraph {
  readonly units: readonly LooseUnit[];
  readonly links: readonly (readonly [from: number, to: number])[];
  readonly direction: Direction;
  /** Room for the widest and the highest label on a link, px. */
  readonly label: { readonly w: number; readonly h: number };
}

/** Middles of the units, in their order, px; none overlaps another. */
export type Placer = (graph: LooseGraph) => { readonly x: number; readonly y: number }[];

/** Routes that an arrangement itself finds for some edges, and the middles of their labels. */
export interface LooseRoutes {
  readonly edges: ReadonlyMap<string, readonly Vec[]>;
  readonly labels: ReadonlyMap<string, Vec>;
}

/** The neighbours of each unit, in the order of the links. */
export function neighboursOf({ units, links }: LooseGraph): number[][] {
  const found = units.map((): number[] => []);
  for (const [a, b] of links) {
    found[a]?.push(b);
    found[b]?.push(a);
  }
  return found;
}
