import type { TextMeasurer, Vec } from '@autograph/geometry';
import { type CommitShape, commitLabelSize, commitSize } from '@autograph/shapes/commit-look.ts';
import { containerPadding } from '../container.ts';
import { type Flow, flowOf } from './flow.ts';
import { commitLabel } from './labels.ts';
import type { Commit, GitModel } from './model.ts';
import { branchLabelSize, tagSize } from './sizes.ts';
import { slotsOf } from './slots.ts';

export const titleHeight = 38;
/** Between what belongs to neighbouring lanes, and neighbouring commits, px. */
const laneGap = 16;
const slotGap = 22;
/** Least distance between commits that follow each other, px. */
const leastSlot = 52;
const tagGap = 3;
/** Between a branch's name and its first commit, px. */
const nameGap = 10;

export interface PlacedCommit {
  readonly commit: Commit;
  readonly slot: number;
  readonly lane: number;
  readonly centre: Vec;
}

/** Everything placed, in the block's coordinates, px. */
export interface GitLayout {
  readonly flow: Flow;
  readonly commits: ReadonlyMap<string, PlacedCommit>;
  /** By the branches' order; along and across the time. */
  readonly lanes: readonly { readonly from: Vec; readonly to: Vec; readonly nameAt: Vec }[];
  /** Of each lane, the slots that have a commit on it, in order. */
  readonly slotsOnLane: readonly (readonly number[])[];
  /** Border between a slot and the next one, along the time. */
  readonly slotEnds: readonly number[];
  /** Border between a lane and the next one, across the time. */
  readonly laneEnds: readonly number[];
  readonly labelPlace: CommitShape['label_place'];
  readonly width: number;
}

interface Extent {
  readonly before: number;
  readonly after: number;
}

/** Places commits by their order in time and by their branches' order alone. */
export function layoutGit(model: GitModel, measure: TextMeasurer): GitLayout {
  const { direction, settings, branches, commits } = model;
  const level = direction === 'LR';
  const labelPlace = level ? (settings.rotateCommitLabel ? 'slanted' : 'below') : 'right';
  const slots = slotsOf(model);
  const extents = commits.map((commit) => extentOf(commit, model, labelPlace, measure));
  const names = branches.map(({ name }) => (settings.showBranches ? branchLabelSize(name, measure) : { w: 0, h: 0 }));

  const count = commits.reduce((most, { id }) => Math.max(most, (slots.get(id) ?? 0) + 1), 0);
  const inSlot = grouped(commits.map((commit, at) => [slots.get(commit.id) ?? 0, extents[at]?.along]));
  const along = spread(
    Array.from({ length: count }, (_, slot) => widest(inSlot.get(slot) ?? [])),
    slotGap,
    leastSlot,
  );
  const onBranch = grouped(commits.map((commit, at) => [commit.branch, extents[at]?.across]));
  const across = spread(
    branches.map(({ name }, at) => {
      const own = widest(onBranch.get(name) ?? []);
      const half = ((level ? names[at]?.h : names[at]?.w) ?? 0) / 2;
      return { before: Math.max(own.before, half), after: Math.max(own.after, half) };
    }),
    laneGap,
    0,
  );
  const named = names.reduce((most, { w, h }) => Math.max(most, level ? w : h), 0);
  const start = named > 0 ? named + nameGap : 0;
  const length = start + (along.ends.at(-1) ?? leastSlot);
  const top = containerPadding + (model.title ? titleHeight : 0);
  const flow = flowOf(direction, { x: containerPadding, y: top }, length);
  const laneOf = new Map(branches.map(({ name }, at) => [name, at]));
  const placed = commits.map((commit): PlacedCommit => {
    const [slot, lane] = [slots.get(commit.id) ?? 0, laneOf.get(commit.branch) ?? 0];
    return { commit, slot, lane, centre: flow.at(start + (along.centres[slot] ?? 0), across.centres[lane] ?? 0) };
  });
  const byLane = grouped(placed.map(({ lane, slot }) => [lane, slot]));
  return {
    flow,
    commits: new Map(placed.map((found) => [found.commit.id, found])),
    lanes: across.centres.map((lane) => ({
      from: flow.at(start - nameGap, lane),
      to: flow.at(length, lane),
      nameAt: flow.at(named / 2, lane),
    })),
    slotsOnLane: branches.map((_, lane) => [...(byLane.get(lane) ?? [])].sort((a, b) => a - b)),
    slotEnds: along.ends.map((end) => start + end),
    laneEnds: across.ends,
    labelPlace,
    width: level ? length : (across.ends.at(-1) ?? 0),
  };
}

/** What a commit takes around its centre, along the time and across it: dot, label and tags. */
function extentOf(
  commit: Commit,
  model: GitModel,
  place: CommitShape['label_place'],
  measure: TextMeasurer,
): { readonly along: Extent; readonly across: Extent } {
  const dot = commitSize / 2;
  const label = commitLabelSize(commitLabel(commit, model.settings), place, measure);
  const tags = commit.tags.map(({ text }) => tagSize(text, measure));
  const tagsWidth = tags.reduce((most, { w }) => Math.max(most, w), 0);
  const tagsHeight = tags.reduce((sum, { h }) => sum + h + tagGap, 0);
  if (place !== 'right') {
    const half = Math.max(dot, tagsWidth / 2, place === 'slanted' ? 0 : label.w / 2);
    return { along: { before: half, after: half }, across: { before: dot + tagsHeight + 2, after: dot + (label.h > 0 ? label.h + 6 : 2) } };
  }
  const half = Math.max(dot, label.h / 2, tagsHeight / 2);
  const beside = (label.w > 0 ? label.w + 6 : 0) + (tagsWidth > 0 ? tagsWidth + 8 : 0);
  return { along: { before: half, after: half }, across: { before: dot, after: dot + beside } };
}

function grouped<Key, Value>(pairs: readonly (readonly [Key, Value | undefined])[]): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    if (value !== undefined) group.push(value);
  }
  return groups;
}

function widest(extents: readonly Extent[]): Extent {
  return extents.reduce<Extent>(
    (most, { before, after }) => ({ before: Math.max(most.before, before), after: Math.max(most.after, after) }),
    {
      before: 0,
      after: 0,
    },
  );
}

/** Puts extents in a row, each with half a gap on both sides. */
function spread(
  extents: readonly Extent[],
  gap: number,
  least: number,
): { readonly centres: readonly number[]; readonly ends: readonly number[] } {
  const centres: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const { before, after } of extents) {
    const spare = Math.max(0, least - before - after - gap) / 2;
    const centre = at + spare + gap / 2 + before;
    centres.push(Math.round(centre));
    at = centre + after + gap / 2 + spare;
    ends.push(Math.round(at));
  }
  return { centres, ends };
}
