/** An entity relationship diagram as plain data, for what writes one as the text of a language. */
export interface EntitySketch {
  readonly entities: readonly SketchedEntity[];
  readonly relations: readonly SketchedRelation[];
  readonly groups: readonly SketchedGroup[];
}

export interface SketchedEntity {
  /** Unique in the sketch. */
  readonly name: string;
  /** Stands above it as a comment of the text. */
  readonly note: string;
  readonly attributes: readonly SketchedAttribute[];
}

export interface SketchedAttribute {
  readonly type: string;
  readonly name: string;
  readonly keys: readonly ('PK' | 'FK' | 'UK')[];
  readonly comment: string;
}

export type SketchedCardinality = 'zero_or_one' | 'zero_or_more' | 'only_one';

export interface SketchedRelation {
  readonly from: string;
  readonly to: string;
  readonly role: string;
  readonly fromCardinality: SketchedCardinality;
  readonly toCardinality: SketchedCardinality;
  readonly identifying: boolean;
}

export interface SketchedGroup {
  readonly title: string;
  /** Names of entities, each in one group at most. */
  readonly members: readonly string[];
}
