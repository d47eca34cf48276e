import type { Range } from '../mermaid/cursor.ts';

/** A key or a text, as written and as meant. */
export interface Word extends Range {
  readonly kind: 'word';
  /** Without quotes, escapes and the indent of a block. */
  readonly text: string;
  readonly form: 'bare' | 'double' | 'single' | 'block';
  /** The language of a block: `md`. */
  readonly tag?: string;
  /** Has a `*` that stands for any key. */
  readonly pattern: boolean;
}

/** Keys joined by dots. */
export interface Path extends Range {
  readonly words: readonly Word[];
}

export interface Mapping extends Range {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
}

export interface List extends Range {
  readonly kind: 'list';
  readonly items: readonly Value[];
}

/** `@file`: what stands in another file. */
export interface Import extends Range {
  readonly kind: 'import';
}

export type Value = Word | Mapping | List | Import;

export interface Arrow extends Range {
  /** Points at what stands before it. */
  readonly back: boolean;
  /** Points at what stands after it. */
  readonly on: boolean;
}

/** A chain of connections: `a -> b <- c`. */
export interface Chain extends Range {
  /** One more than there are arrows. */
  readonly ends: readonly Path[];
  readonly arrows: readonly Arrow[];
  /** In parentheses, which may have a number behind them. */
  readonly grouped: boolean;
  readonly index?: number | 'all';
  /** What comes after the number: `.style.stroke`. */
  readonly key?: Path;
}

/** One statement of a map. */
export interface Entry extends Range {
  /** Its key, or what the connections in parentheses lie in. */
  readonly path?: Path;
  readonly chain?: Chain;
  /** The text between the colon and a map, or all there is. */
  readonly primary?: Word;
  readonly value?: Mapping | List | Import;
  /** `...${name}` and `...@file`: what stands elsewhere goes in here. */
  readonly spread?: Word | Import;
  /** `&key: value`: a condition for patterns. */
  readonly filter?: boolean;
}
