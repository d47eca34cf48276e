import type { Direction } from '@autograph/layout';
import type { Range } from '../mermaid/cursor.ts';
import type { Mentioned } from '../mermaid/mentions.ts';

export const cardinalities = ['zero_or_one', 'zero_or_more', 'one_or_more', 'only_one', 'md_parent'] as const;
export type Cardinality = (typeof cardinalities)[number];

export interface ErAttribute {
  readonly type: string;
  readonly name: string;
  readonly keys: readonly ('PK' | 'FK' | 'UK')[];
  readonly comment: string;
  readonly range: Range;
  readonly typeRange: Range;
  readonly nameRange: Range;
  /** The quoted comment with its quotes. */
  readonly commentRange?: Range;
}

/** Mentions include quotes; lists have none. */
export interface ErEntity extends Mentioned {
  readonly name: string;
  /** What stands in `name[alias]`. */
  readonly alias: string;
  readonly aliasRange?: Range;
  readonly attributes: readonly ErAttribute[];
  readonly blocks: readonly Range[];
}

export interface ErRelation {
  /** Stable: made of both names, and a number when they are related more than once. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly role: string;
  readonly fromCardinality: Cardinality;
  readonly toCardinality: Cardinality;
  readonly identifying: boolean;
  readonly range: Range;
  readonly roleRange: Range;
  /** The two entities as the statement names them, class suffix included. */
  readonly ends: readonly [Range, Range];
}

export interface ErGroup {
  readonly id: string;
  readonly title: string;
  readonly titleRange: Range;
  /** Names of entities and ids of groups. */
  readonly members: readonly string[];
  readonly direction?: Direction;
  readonly classes: readonly string[];
  readonly styles: readonly string[];
  readonly range: Range;
}

export interface ErModel {
  readonly title?: string;
  readonly direction: Direction;
  /** In the order of their first mention. */
  readonly entities: readonly ErEntity[];
  readonly relations: readonly ErRelation[];
  /** Inner groups before those that hold them. */
  readonly groups: readonly ErGroup[];
  /** Declarations of `classDef` lines. */
  readonly classes: ReadonlyMap<string, readonly string[]>;
}
