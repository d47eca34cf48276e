/** A point or displacement, in px. */
export interface Vec {
  readonly x: number;
  readonly y: number;
}
