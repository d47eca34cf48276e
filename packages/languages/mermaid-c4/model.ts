import type { Range } from '../mermaid/cursor.ts';

/** An argument as written. */
export interface Argument {
  readonly text: string;
  /** Between the quotes, or without the space around it. */
  readonly range: Range;
  /** With quotes and, of a named one, with its name. */
  readonly whole: Range;
  /** `$name="…"` */
  readonly key?: string;
  readonly quoted: boolean;
}

/** One call: `Person(customer, "Customer")`, with what it means by position or name. */
export interface Call extends Range {
  readonly word: string;
  readonly arguments: readonly Argument[];
}

/** What a call says, by the names of its arguments; `''` where it says nothing. */
export type Said = ReadonlyMap<string, string>;

export interface Element {
  readonly alias: string;
  /** As Mermaid calls it: `external_container_db`. */
  readonly type: string;
  readonly said: Said;
  /** Id of its boundary. */
  readonly parent?: string;
  /** The calls about it; the last one says most. */
  readonly calls: readonly Call[];
}

export interface Boundary {
  readonly alias: string;
  readonly said: Said;
  readonly parent?: string;
  /** The calls that open it, each with where its closing brace ends. */
  readonly calls: readonly Call[];
  readonly ranges: readonly Range[];
}

export interface Relation {
  /** Stable: made of both aliases; there is one for each pair. */
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly said: Said;
  readonly calls: readonly Call[];
}

export interface StyleCall {
  readonly call: Call;
  /** What it is about: an alias, or a relation’s id. */
  readonly about: string;
}

export interface C4Model {
  /** `C4Context` */
  readonly type: string;
  readonly title: string;
  readonly titleRange?: Range;
  readonly elements: readonly Element[];
  readonly boundaries: readonly Boundary[];
  readonly relations: readonly Relation[];
  readonly styles: readonly StyleCall[];
}

export const relationId = (from: string, to: string) => `${from} -> ${to}`;
