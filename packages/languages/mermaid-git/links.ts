import type { Vec } from '@autograph/geometry';
import type { GitLayout, PlacedCommit } from './layout.ts';

export interface PlacedLink {
  readonly id: string;
  readonly from: PlacedCommit;
  readonly to: PlacedCommit;
  /** Whether it joins another branch, or is picked from one. */
  readonly joins: boolean;
  readonly way: readonly Vec[];
}

/** How far apart ways run that leave and that join in the same gap, px. */
const aside = 4;

/** The ways from every commit to those that follow it: straight along a lane, else through the gap beside a commit, where no label is. */
export function placeLinks(layout: GitLayout): readonly PlacedLink[] {
  return [...layout.commits.values()].flatMap((to) =>
    to.commit.parents.flatMap((parent, at) => {
      const from = layout.commits.get(parent);
      // An id that a later commit has taken over names no parent any more.
      if (!from || from.slot >= to.slot) return [];
      const joins = at > 0;
      return [{ id: `link:${from.commit.nodeId}>${to.commit.nodeId}`, from, to, joins, way: wayBetween(from, to, joins, layout) }];
    }),
  );
}

function wayBetween(from: PlacedCommit, to: PlacedCommit, joins: boolean, layout: GitLayout): readonly Vec[] {
  const { flow, slotEnds } = layout;
  if (from.lane === to.lane && !isBlocked(from, to, from.lane, layout)) return [from.centre, to.centre];
  const [start, end] = [flow.of(from.centre), flow.of(to.centre)];
  const leave = (slotEnds[from.slot] ?? start.along) - aside;
  const arrive = (slotEnds[to.slot - 1] ?? end.along) + aside;
  if (!isBlocked(from, to, joins ? from.lane : to.lane, layout)) {
    const turn = joins ? arrive : leave;
    return [from.centre, flow.at(turn, start.across), flow.at(turn, end.across), to.centre];
  }
  // Commits lie in between on the lane: the way runs beside it.
  const between = besideLane(joins ? from : to, joins ? to : from, layout);
  return [
    from.centre,
    flow.at(leave, start.across),
    flow.at(leave, between),
    flow.at(arrive, between),
    flow.at(arrive, end.across),
    to.centre,
  ];
}

function isBlocked(from: PlacedCommit, to: PlacedCommit, lane: number, { slotsOnLane }: GitLayout): boolean {
  const slots = slotsOnLane[lane] ?? [];
  let [low, high] = [0, slots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle] ?? 0) > from.slot) high = middle;
    else low = middle + 1;
  }
  return (slots[low] ?? to.slot) < to.slot;
}

/** The border of a commit's lane on the side of another one. */
function besideLane(here: PlacedCommit, there: PlacedCommit, { laneEnds }: GitLayout): number {
  return (there.lane > here.lane ? laneEnds[here.lane] : laneEnds[here.lane - 1]) ?? laneEnds[here.lane] ?? 0;
}
