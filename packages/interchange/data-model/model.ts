import type { ImportWarning } from '../importer.ts';

/** A relational data model as its keys describe it, whatever it was written in. */
export interface DataModel {
  readonly tables: readonly Table[];
  readonly references: readonly Reference[];
  readonly links: readonly Link[];
  readonly groups: readonly { readonly title: string; readonly members: readonly string[] }[];
  readonly warnings: readonly ImportWarning[];
}

export interface Table {
  /** Unique in the model. */
  readonly name: string;
  readonly note: string;
  readonly columns: readonly Column[];
  /** Names of columns. */
  readonly primaryKey: readonly string[];
  readonly uniques: readonly (readonly string[])[];
}

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly comment: string;
}

/** A foreign key: columns of one table point to a row of another. */
export interface Reference {
  readonly table: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly label: string;
  /** At most one row points to each row of the target, whatever the keys say. */
  readonly single?: boolean;
}

/** A relation that no column holds. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly fromCardinality: 'zero_or_one' | 'zero_or_more' | 'only_one';
  readonly toCardinality: 'zero_or_one' | 'zero_or_more' | 'only_one';
}
