import type { Box } from '@autograph/geometry';
import type { Route } from '../route/wires.ts';

export interface StandingBox extends Box {
  /** A person put it there: it does not move. */
  readonly pinned?: boolean;
}

/** What of a graph has a place already, as it is shown: absolute positions, px. */
export interface Standing {
  readonly nodes: ReadonlyMap<string, StandingBox>;
  readonly groups: ReadonlyMap<string, StandingBox>;
  readonly routes: ReadonlyMap<string, Route>;
}
