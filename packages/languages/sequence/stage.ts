import type { Block } from '@autograph/document';
import { type Box, type TextMeasurer, unionBoxes } from '@autograph/geometry';
import { containerPadding } from '../container.ts';
import { boxMargin, type Column, layoutColumns } from './columns.ts';
import type { SequenceModel } from './model.ts';
import type { Stage } from './shapes.ts';
import { layoutTimeline } from './timeline.ts';

/** Room above the heads for the title and for the names of boxes, px. */
const titleHeight = 36;
const boxTitleHeight = 38;
/** Below this height a diagram shows all heads on a screen, and needs no repetition of them at the foot, px. */
const footFrom = 900;

/** Lays everything out so that its upper left corner is the container's inner one. */
export function layoutStage(model: SequenceModel, block: Block, measure: TextMeasurer): Stage {
  const natural = layoutColumns(model, measure);
  const headHeight = natural.reduce((most, { h }) => Math.max(most, h), 0);
  const above = (model.title ? titleHeight : 0) + (model.boxes.length > 0 ? boxTitleHeight : 0);
  const headBottom = containerPadding + above + headHeight;
  const from = (columns: readonly Column[]) => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    return { columns: byId, timeline: layoutTimeline(model, byId, headBottom, measure) };
  };
  const dry = from(natural);
  const shift = containerPadding - Math.floor(leftEdge(natural, dry.timeline, model));
  const placed = from(natural.map((column) => ({ ...column, centre: pinnedCentre(block, column) ?? column.centre + shift })));
  const lines = placed.timeline.bottom;
  const foot = lines - headBottom > footFrom;
  return {
    ...placed,
    block,
    headBottom,
    lineBottom: lines,
    foot: foot ? headHeight : 0,
    top: containerPadding,
    boxTop: headBottom - headHeight - (model.boxes.length > 0 ? boxTitleHeight : 0),
    borders: bordersOf(model, placed.columns),
    measure,
    words: model.words,
  };
}

/** Where the sides of boxes stand, from left to right. */
function bordersOf({ boxes }: SequenceModel, columns: ReadonlyMap<string, Column>): readonly number[] {
  return boxes.flatMap(({ members }) => {
    const own = members.flatMap((id) => columns.get(id) ?? []);
    const [lefts, rights] = [own.map(({ centre, w }) => centre - w / 2), own.map(({ centre, w }) => centre + w / 2)];
    return own.length === 0 ? [] : [Math.min(...lefts) - boxMargin, Math.max(...rights) + boxMargin];
  });
}

function pinnedCentre(block: Block, { id, w }: Column): number | undefined {
  const placement = block.layout[id];
  return placement?.pinned ? placement.x + w / 2 : undefined;
}

function leftEdge(columns: readonly Column[], timeline: Stage['timeline'], model: SequenceModel): number {
  const boxed = new Set(model.boxes.flatMap(({ members }) => members));
  const heads = columns.map(({ id, centre, w }) => centre - w / 2 - (boxed.has(id) ? boxMargin : 0));
  const boxes: readonly Box[] = [...timeline.fragments, ...timeline.notes, ...timeline.activations].map(({ box }) => box);
  const least = heads.reduce((most, x) => Math.min(most, x), unionBoxes(boxes)?.x ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(least) ? least : 0;
}
