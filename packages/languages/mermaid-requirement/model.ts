import type { Direction } from '@autograph/layout';
import type { Range } from '../mermaid/cursor.ts';
import type { RelationType } from './words.ts';

/** A value in a body, where the text says it: without quotes. */
export interface Field {
  readonly text: string;
  readonly range: Range;
  /** From the name of the field to the end of the value. */
  readonly line: Range;
}

/** Names of the fields as the picture and a body have them. */
export type FieldName = 'id' | 'text' | 'risk' | 'verifyMethod' | 'type' | 'docref';

/** A place that names a requirement or an element, with its quotes. */
export interface Mention extends Range {
  readonly name: string;
  /** In a line that only lists names: the whole line, and how many names it lists. */
  readonly list?: { readonly range: Range; readonly names: number };
}

/** A requirement, or an element that stands for a part of the design. */
export interface Item {
  readonly name: string;
  readonly kind: 'requirement' | 'element';
  /** `Functional Requirement`; `Element` for an element. */
  readonly type: string;
  readonly fields: ReadonlyMap<FieldName, Field>;
  /** From its keyword to the closing brace. */
  readonly range: Range;
  /** Just behind the opening brace. */
  readonly bodyFrom: number;
  readonly classes: readonly string[];
  /** `property:value` declarations, its classes’ included, in the order in which they apply. */
  readonly styles: readonly string[];
  /** What the last `style` line about it alone declares. */
  readonly ownStyles?: { readonly list: readonly string[]; readonly range: Range };
}

export interface Relation {
  /** Stable: made of both names and the type, and a number when there are more. */
  readonly id: string;
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly fromRange: Range;
  readonly toRange: Range;
  /** The word between the lines. */
  readonly typeRange: Range;
  readonly range: Range;
}

export interface RequirementModel {
  readonly title?: string;
  readonly direction: Direction;
  /** Requirements and elements in the order of the text. */
  readonly items: readonly Item[];
  readonly relations: readonly Relation[];
  readonly classDefs: ReadonlyMap<string, readonly string[]>;
  readonly mentions: readonly Mention[];
}

export const relationId = (from: string, to: string, type: string) => `${from} -${type}-> ${to}`;
