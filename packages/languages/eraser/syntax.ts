import type { Range } from '../mermaid/cursor.ts';

/** `color: blue` */
export interface Property extends Range {
  readonly key: string;
  /** Without quotes. */
  readonly value: string;
  /** With quotes. */
  readonly valueRange: Range;
}

/** `[icon: aws-s3, color: blue]`, brackets included. */
export interface PropertyList extends Range {
  readonly entries: readonly Property[];
}

/** A name with what is said of it right there. */
export interface Mention extends Range {
  readonly name: string;
  /** With quotes. */
  readonly nameRange: Range;
  readonly properties?: PropertyList;
}

/** `title Orders`, `direction down` */
export interface Setting extends Range {
  readonly kind: 'setting';
  readonly key: string;
  readonly value: string;
  readonly valueRange: Range;
}

/** `A [icon: user], B` */
export interface NodeList extends Range {
  readonly kind: 'nodes';
  readonly items: readonly Mention[];
}

/** `A > B, C: text` */
export interface Connection extends Range {
  readonly kind: 'connection';
  /** What stands before, between and after the connectors; several names where a comma joins them. */
  readonly parts: readonly (readonly Mention[])[];
  readonly connectors: readonly (Range & { readonly text: string })[];
  readonly label?: Range & { readonly text: string };
  /** From the colon on. */
  readonly labelled?: Range;
  readonly properties?: PropertyList;
}

/** `A [color: red] { … }` */
export interface Group extends Range {
  readonly kind: 'group';
  readonly header: Mention;
  /** Between the braces. */
  readonly body: Range;
  readonly statements: readonly Statement[];
}

/** A line of a group's body that a grammar of its own reads. */
export interface Row extends Range {
  readonly kind: 'row';
  readonly text: string;
}

export type Statement = Setting | NodeList | Connection | Group | Row;
