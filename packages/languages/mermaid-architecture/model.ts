import type { Range } from '../mermaid/cursor.ts';

/** A side of a service: left, right, top or bottom. */
export type Side = 'L' | 'R' | 'T' | 'B';

/** An identifier where the text has it. */
export interface Name extends Range {
  readonly text: string;
}

/** What a line declares: a service, a junction or a group. */
export interface Thing {
  readonly id: string;
  readonly kind: 'service' | 'junction' | 'group';
  /** `cloud`, `logos:aws-s3` */
  readonly icon?: string;
  /** Words in place of an icon. */
  readonly iconText?: string;
  readonly title?: string;
  /** The brackets of the title, included. */
  readonly titleRange?: Range;
  /** The group that holds it. */
  readonly parent?: string;
  /** From `in` to the group's name. */
  readonly parentRange?: Range;
  /** From the keyword to the last word. */
  readonly range: Range;
  readonly name: Name;
  /** Just behind the identifier and the icon, where a title belongs. */
  readonly titleAt: number;
}

/** One end of an edge. */
export interface EdgeEnd {
  readonly name: Name;
  readonly side: Side;
  readonly sideRange: Range;
  /** There is an arrowhead here. */
  readonly into: boolean;
  /** The sign of the arrowhead, or where it would stand. */
  readonly intoRange: Range;
  /** It ends at the border of the group that the service is in. */
  readonly group: boolean;
  /** `{group}`, or where it would stand. */
  readonly groupRange: Range;
}

export interface Edge {
  /** Stable: made of both names and sides, and a number when there are more. */
  readonly id: string;
  readonly from: EdgeEnd;
  readonly to: EdgeEnd;
  readonly title?: string;
  /** `--`, or `-[title]-` */
  readonly lineRange: Range;
  readonly range: Range;
}

/** Services and junctions that stand in one row, left to right, or in one column, top to bottom. */
export interface Alignment {
  readonly direction: 'row' | 'column';
  readonly members: readonly Name[];
  readonly range: Range;
}

export interface ArchitectureModel {
  readonly title?: string;
  /** Of a title in the body of the text. */
  readonly titleRange?: Range;
  readonly services: readonly Thing[];
  readonly junctions: readonly Thing[];
  readonly groups: readonly Thing[];
  readonly edges: readonly Edge[];
  readonly alignments: readonly Alignment[];
}
