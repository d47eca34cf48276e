import type { Diagnostic } from '@autograph/editor';
import type { Direction } from '@autograph/layout';
import type { Chart } from '../chart/chart.ts';
import type { GraphForm } from '../chart/form.ts';
import type { Range } from '../mermaid/cursor.ts';
import type { Chain, Entry, Mapping, Path } from './syntax.ts';

/** A property as the text says it. */
export interface Property {
  readonly value: string;
  /** The value, or the statement when it has more than one. */
  readonly range: Range;
  readonly entry: Entry;
  /** A text in a block, of this language. */
  readonly tag?: string;
  readonly list?: readonly string[];
}

/** By name: `shape`, `style.fill`, `label`. */
export type Properties = ReadonlyMap<string, Property>;

/** Where a thing is named. */
export interface Mention {
  readonly path: Path;
  /** Which of the path's words names it. */
  readonly at: number;
  readonly entry: Entry;
  readonly chain?: Chain;
  /** Id of the thing in whose map that stands; '' outside of all. */
  readonly scope: string;
}

export interface Thing {
  /** Its keys from the outermost on, joined by dots. */
  readonly id: string;
  /** Its own key. */
  readonly key: string;
  readonly parent?: string;
  /** Its own, without those of its classes. */
  readonly own: Properties;
  /** All that hold. */
  readonly said: Properties;
  readonly mentions: readonly Mention[];
}

export interface Link {
  readonly id: string;
  /** As written: the ends of an arrow that points back are not turned around. */
  readonly from: string;
  readonly to: string;
  /** The ends as written, which may be columns of tables. */
  readonly ends: readonly [string, string];
  readonly back: boolean;
  readonly on: boolean;
  readonly own: Properties;
  readonly said: Properties;
  readonly entry: Entry;
  readonly chain: Chain;
  /** Which of the chain's arrows. */
  readonly at: number;
  readonly scope: string;
  /** Statements that speak of it by its number. */
  readonly later: readonly Entry[];
}

/** What is not drawn as a box of its own: a column of a table, a field or method of a class. */
export interface Row {
  readonly thing: Thing;
  readonly name: string;
  readonly type: string;
}

export interface D2Model {
  readonly source: string;
  readonly syntax: Mapping;
  readonly direction: Direction;
  readonly things: ReadonlyMap<string, Thing>;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly links: readonly Link[];
  readonly warnings: readonly Diagnostic[];
  readonly chart: Chart;
  readonly form: GraphForm;
}
