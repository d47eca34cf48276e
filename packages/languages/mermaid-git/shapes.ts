import { type Block, type PaletteColor, paletteColors, type Shape } from '@autograph/document';
import { type Box, type TextMeasurer, unionBoxes, type Vec } from '@autograph/geometry';
import { type CommitShape, commitLabelBox, commitSize } from '@autograph/shapes/commit-look.ts';
import { containerPadding } from '../container.ts';
import { commitLabel, plainText } from './labels.ts';
import type { GitLayout, PlacedCommit } from './layout.ts';
import type { PlacedLink } from './links.ts';
import type { Branch, GitModel } from './model.ts';
import { branchLabelSize, branchStyle, tagSize, tagStyle } from './sizes.ts';

/** A shape that has no place in the paint order yet. */
export type Loose<S extends Shape = Shape> = Omit<S, 'index'>;

function shapeOf(block: Block, id: string, box: Box) {
  return { id: `${block.id}/${id}`, ...box, rotation: 0, parent_id: block.id, origin: { block_id: block.id, node_id: id } };
}

/** The colours of lanes, in turn; none that says something of a commit. */
const laneColors: readonly PaletteColor[] = ['blue', 'green', 'orange', 'purple', 'yellow', 'black'];

function laneColor(lane: number): PaletteColor {
  return laneColors[lane % laneColors.length] ?? paletteColors[0];
}

export function laneShapes({ name }: Branch, lane: number, layout: GitLayout, block: Block, measure: TextMeasurer): readonly Loose[] {
  const place = layout.lanes[lane];
  if (!place) return [];
  const { from, to, nameAt } = place;
  const size = branchLabelSize(name, measure);
  const color = laneColor(lane);
  return [
    {
      ...shapeOf(block, `lane:${name}`, boxOf([from, to])),
      type: 'line',
      start: from,
      end: to,
      stroke: 'grey',
      stroke_style: 'dashed',
      stroke_width: 1,
      opacity: 0.45,
    },
    {
      ...shapeOf(block, `branch:${name}`, { x: nameAt.x - size.w / 2, y: nameAt.y - size.h / 2, ...size }),
      type: 'rectangle',
      text: plainText(name),
      fill: color,
      fill_style: 'solid',
      stroke: 'none',
      radius: 6,
      font_size: branchStyle.size,
      bold: true,
    },
  ];
}

export function linkShape({ id, from, to, joins, way }: PlacedLink, block: Block): Loose {
  const box = boxOf(way);
  const picked = joins && to.commit.kind === 'cherry-pick';
  return {
    ...shapeOf(block, id, box),
    type: 'commit-link',
    points: way.map(({ x, y }) => [x - box.x, y - box.y]),
    stroke: picked ? 'red' : laneColor(joins ? from.lane : to.lane),
    stroke_width: picked ? 1.5 : 3,
    ...(picked && { stroke_style: 'dashed' }),
  };
}

export function commitShape(
  { commit, centre, lane }: PlacedCommit,
  { settings }: GitModel,
  { labelPlace }: GitLayout,
  block: Block,
): Loose<CommitShape> {
  const half = commitSize / 2;
  const mark =
    commit.kind === 'cherry-pick'
      ? 'cherry-pick'
      : ({ NORMAL: 'normal', REVERSE: 'reverse', HIGHLIGHT: 'highlight' } as const)[commit.type ?? 'NORMAL'];
  return {
    ...shapeOf(block, commit.nodeId, { x: centre.x - half, y: centre.y - half, w: commitSize, h: commitSize }),
    type: 'commit-dot',
    text: commitLabel(commit, settings),
    mark,
    ...(commit.kind === 'merge' && { merge: true }),
    fill: laneColor(lane),
    label_place: labelPlace,
  };
}

/** Tags stand above their commit, or beside its label where time runs up or down. */
export function tagShapes(placed: PlacedCommit, shape: Loose<CommitShape>, block: Block, measure: TextMeasurer): readonly Loose[] {
  const { commit, centre } = placed;
  const label = commitLabelBox({ ...shape, index: '' }, measure);
  const beside = shape.label_place === 'right';
  const sizes = commit.tags.map(({ text }) => tagSize(text, measure));
  const all = sizes.reduce((sum, { h }) => sum + h + 3, -3);
  let y = beside ? centre.y - all / 2 : centre.y - commitSize / 2 - 3 - all;
  return commit.tags.map(({ text }, at) => {
    const { w, h } = sizes[at] ?? { w: 0, h: 0 };
    const x = beside ? shape.x + commitSize + (shape.text ? label.w + 5 : 0) + 7 : centre.x - w / 2;
    const box = { x, y, w, h };
    y += h + 3;
    return {
      ...shapeOf(block, `tag:${commit.nodeId}:${at + 1}`, box),
      type: 'rectangle',
      text: plainText(text),
      fill: 'yellow',
      stroke: 'yellow',
      stroke_width: 1,
      radius: 4,
      font_size: tagStyle.size,
    };
  });
}

export function titleShape(title: string, width: number, block: Block, measure: TextMeasurer): Loose {
  const style = { font: 'sans', size: 18, bold: true } as const;
  const w = Math.ceil(measure.width(title, style)) + 4;
  const box = {
    x: Math.max(containerPadding, containerPadding + (width - w) / 2),
    y: containerPadding,
    w,
    h: Math.ceil(measure.lineHeight(style)),
  };
  return { ...shapeOf(block, 'title:1', box), type: 'text', text: title, font_size: 18, bold: true, text_align: 'center' };
}

function boxOf(points: readonly Vec[]): Box {
  return unionBoxes(points.map(({ x, y }) => ({ x, y, w: 0, h: 0 }))) ?? { x: 0, y: 0, w: 0, h: 0 };
}
