import type { LooseUnit } from './units.ts';

interface Place {
  x: number;
  y: number;
}

/** Whether all units, at those middles, are at least so far from each other, px. */
export function apartBy(units: readonly LooseUnit[], places: readonly Place[], gap: number): boolean {
  return units.every((a, i) =>
    units.slice(i + 1).every((b, j) => {
      const [at, other] = [places[i], places[i + 1 + j]];
      return (
        !at || !other || Math.abs(at.x - other.x) >= (a.w + b.w) / 2 + gap - 0.5 || Math.abs(at.y - other.y) >= (a.h + b.h) / 2 + gap - 0.5
      );
    }),
  );
}

/** Moves units that are nearer than `gap` px apart, as little as helps; where that has no end, everything moves away from the middle. */
export function pushApart(units: readonly LooseUnit[], places: Place[], gap: number): void {
  for (let round = 1; !pushOnce(units, places, gap); round++) {
    if (round % 40 > 0) continue;
    for (const place of places) {
      place.x *= 1.15;
      place.y *= 1.15;
    }
  }
}

/** Whether nothing was too near. */
function pushOnce(units: readonly LooseUnit[], places: readonly Place[], gap: number): boolean {
  let still = true;
  for (const [i, a] of units.entries()) {
    for (let j = i + 1; j < units.length; j++) {
      const [b, at, other] = [units[j], places[i], places[j]];
      if (!b || !at || !other) continue;
      const overX = (a.w + b.w) / 2 + gap - Math.abs(at.x - other.x);
      const overY = (a.h + b.h) / 2 + gap - Math.abs(at.y - other.y);
      if (overX <= 0.5 || overY <= 0.5) continue;
      still = false;
      const axis = overX < overY ? 'x' : 'y';
      const half = (Math.min(overX, overY) / 2 + 0.25) * (at[axis] <= other[axis] ? 1 : -1);
      at[axis] -= half;
      other[axis] += half;
    }
  }
  return still;
}
