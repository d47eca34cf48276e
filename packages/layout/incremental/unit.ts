import type { Box } from '@autograph/geometry';

/** A node, or a group with all that is in it, that is put somewhere as a whole. */
export interface Unit {
  readonly id: string;
  readonly container: string | undefined;
  readonly w: number;
  readonly h: number;
  /** What is in it, and it itself, from its top-left corner. */
  readonly inside: ReadonlyMap<string, Box>;
  /** Where it was before it went over to another group. */
  readonly before?: Box;
}
