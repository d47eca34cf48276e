/** A stretch of a source, offsets in UTF-16 units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}
