/** A piece of an edge in the space between two layers, from a place above to one below, px. */
export interface Crook {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
}

/** Upright pieces nearer than that would lie on each other, px. */
const tooNear = 7;
/** What it costs that two upright pieces lie on each other, in crossings. */
const onEachOther = 50;
/** Level pieces nearer than that, end to end, need different tracks, px. */
const apart = 8;

/**
 * The track, from 0 at the top, in which each crook runs level: in an order with few crossings, none on another, as few tracks as that needs.
 * Straight pieces get none.
 */
export function tracksOf(crooks: readonly Crook[]): { readonly tracks: ReadonlyMap<number, number>; readonly count: number } {
  const bent = crooks.filter(({ from, to }) => Math.abs(from - to) >= 1).sort(byNesting);
  sortByCost(bent);
  const tracks = new Map<number, number>();
  const placed: { readonly low: number; readonly high: number; readonly track: number; readonly crook: Crook }[] = [];
  let count = 0;
  for (const crook of bent) {
    const [low, high] = [Math.min(crook.from, crook.to), Math.max(crook.from, crook.to)];
    let track = 0;
    for (const other of placed) if (other.low - apart < high && low < other.high + apart) track = Math.max(track, other.track + 1);
    placed.push({ low, high, track, crook });
    tracks.set(crook.edge, track);
    count = Math.max(count, track + 1);
  }
  return { tracks, count };
}

/** Those that lead right: the rightmost first; those that lead left: the leftmost first. So crooks that lead the same way nest. */
function byNesting(a: Crook, b: Crook): number {
  const [rightA, rightB] = [a.to > a.from, b.to > b.from];
  if (rightA !== rightB) return rightA ? -1 : 1;
  return rightA ? b.from - a.from || b.to - a.to : a.from - b.from || a.to - b.to;
}

/** Moves each crook to where among the others it costs least, as long as that helps. */
function sortByCost(crooks: Crook[]): void {
  for (let again = true, rounds = 0; again && rounds < 6; rounds++) {
    again = false;
    for (let i = 0; i < crooks.length; i++) {
      const crook = crooks[i];
      if (!crook) continue;
      let [best, bestGain, gain] = [i, 0, 0];
      for (let j = i - 1; j >= 0; j--) {
        const other = crooks[j];
        if (!other) continue;
        gain += cost(other, crook) - cost(crook, other);
        if (gain > bestGain) [best, bestGain] = [j, gain];
      }
      gain = 0;
      for (let j = i + 1; j < crooks.length; j++) {
        const other = crooks[j];
        if (!other) continue;
        gain += cost(crook, other) - cost(other, crook);
        if (gain > bestGain) [best, bestGain] = [j, gain];
      }
      if (best === i) continue;
      crooks.splice(i, 1);
      crooks.splice(best, 0, crook);
      again = true;
    }
  }
}

/** What it costs that one crook runs above another one: crossings, and pieces on each other. */
function cost(above: Crook, below: Crook): number {
  const within = (x: number, { from, to }: Crook) => x > Math.min(from, to) - tooNear && x < Math.max(from, to) + tooNear;
  const clash = Math.abs(above.to - below.from) < tooNear ? onEachOther : 0;
  return clash + Number(within(above.to, below)) + Number(within(below.from, above));
}
