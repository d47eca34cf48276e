import type { Vec } from '@autograph/geometry';

/** A guide to show while something snaps to it; page px. */
export interface SnapLine {
  readonly from: Vec;
  readonly to: Vec;
}
