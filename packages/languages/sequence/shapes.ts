import type { Block, Shape, Terminal } from '@autograph/document';
import { type Box, type TextMeasurer, unionBoxes } from '@autograph/geometry';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import type { FragmentShape } from '@autograph/shapes/fragment-tab.ts';
import type { LifelineShape } from '@autograph/shapes/lifeline-head.ts';
import { cssAlpha, cssColor } from '../css-color.ts';
import { arrowLooks } from './arrows.ts';
import { boxMargin, type Column, loopReach } from './columns.ts';
import type { Participant, ParticipantBox } from './model.ts';
import { noteFontSize } from './note-size.ts';
import { keywordOf, type PlacedActivation, type PlacedFragment, type PlacedMessage, type PlacedNote, type Timeline } from './timeline.ts';

/** Everything placed, in the block's coordinates, px. */
export interface Stage {
  readonly block: Block;
  readonly columns: ReadonlyMap<string, Column>;
  readonly timeline: Timeline;
  readonly top: number;
  /** Where the participants' boxes begin. */
  readonly boxTop: number;
  readonly headBottom: number;
  /** Where the lifelines end. */
  readonly lineBottom: number;
  /** Height of the heads repeated below; 0 without. */
  readonly foot: number;
  /** Where the sides of boxes stand. */
  readonly borders: readonly number[];
  readonly measure: TextMeasurer;
  /** What people read of a text as written. */
  readonly words: (written: string) => string;
}

/** A shape that has no place in the paint order yet. */
export type LooseShape = Omit<Shape, 'index'>;

function shapeOf(stage: Stage, id: string, box: Box) {
  const { block } = stage;
  return { id: `${block.id}/${id}`, ...box, rotation: 0, parent_id: block.id, origin: { block_id: block.id, node_id: id } };
}

function lifelineBox({ columns, timeline, headBottom, lineBottom, foot }: Stage, id: string): Box {
  const column = columns.get(id);
  if (!column) return { x: 0, y: 0, w: 0, h: 0 };
  const y = timeline.created.get(id) ?? headBottom - column.h;
  const bottom = timeline.destroyed.get(id) ?? lineBottom + (foot > 0 ? column.h : 0);
  return { x: column.centre - column.w / 2, y, w: column.w, h: Math.max(column.h, bottom - y) };
}

export function lifelineShape(participant: Participant, stage: Stage): Omit<LifelineShape, 'index'> {
  const column = stage.columns.get(participant.id);
  const destroyed = stage.timeline.destroyed.has(participant.id);
  return {
    ...shapeOf(stage, participant.id, lifelineBox(stage, participant.id)),
    type: 'lifeline',
    text: stage.words(participant.label),
    participant_type: column?.type ?? 'participant',
    head: column?.h ?? 0,
    ...(destroyed ? { destroyed } : stage.foot > 0 && { foot: true }),
  };
}

export function messageShapes(placed: PlacedMessage, stage: Stage): readonly LooseShape[] {
  const { event, y, endY, startX, endX } = placed;
  const look = arrowLooks.get(event.arrow) ?? { dashed: false, start: 'none', end: 'triangle' };
  const self = event.from === event.to;
  const created = event.creates === event.to;
  const points = self
    ? [
        [startX + loopReach, y],
        [startX + loopReach, endY],
      ]
    : [[(startX + endX) / 2, y]];
  const arrow = {
    ...shapeOf(stage, event.id, extentOf(placed, stage)),
    type: 'arrow',
    text: stage.words(event.text),
    start: terminal(stage, event.from, startX, y),
    end: created ? terminal(stage, event.to, stage.columns.get(event.to)?.centre ?? endX, y) : terminal(stage, event.to, endX, endY),
    start_head: look.start,
    end_head: look.end,
    stroke_style: look.dashed ? ('dashed' as const) : ('solid' as const),
    route: 'straight' as const,
    points,
    label_side: self ? 'right' : 'above',
    ...(!self && labelPlace(placed, stage)),
    ...(look.half && { half: look.half }),
  };
  return [arrow, ...dots(placed, stage), ...number(placed, stage)];
}

/** The box of a message with its label, so that the container has room for both. */
function extentOf({ event, y, endY, startX, endX }: PlacedMessage, { measure, words }: Stage): Box {
  const label = connectorLabelExtent({ text: words(event.text) }, measure);
  if (event.from === event.to) {
    const half = Math.max(endY - y, label.h) / 2;
    return { x: Math.min(startX, endX), y: (y + endY) / 2 - half, w: Math.abs(endX - startX) + loopReach + 3 + label.w, h: 2 * half };
  }
  return { x: Math.min(startX, endX), y: y - label.h, w: Math.abs(endX - startX), h: label.h };
}

/** Where between lifelines that a message passes its label has room; in the middle when it passes none or fits nowhere. */
function labelPlace({ event, startX, endX }: PlacedMessage, { columns, borders, measure, words }: Stage): Pick<Shape, 'label_position'> {
  const [left, right] = [Math.min(startX, endX), Math.max(startX, endX)];
  const passed = [...[...columns.values()].map(({ centre }) => centre), ...borders].filter((x) => x > left + 2 && x < right - 2);
  if (passed.length === 0) return {};
  const { w } = connectorLabelExtent({ text: words(event.text) }, measure);
  const stops = [left, ...passed.sort((a, b) => a - b), right];
  const middle = (left + right) / 2;
  const gaps = stops.slice(1).flatMap((stop, at) => (stop - (stops[at] ?? left) >= w ? [((stops[at] ?? left) + stop) / 2] : []));
  const best = gaps.reduce<number | undefined>(
    (near, x) => (near === undefined || Math.abs(x - middle) < Math.abs(near - middle) - 1 ? x : near),
    undefined,
  );
  return best === undefined ? {} : { label_position: (best - startX) / (endX - startX) };
}

function terminal(stage: Stage, participant: string, x: number, y: number): Terminal {
  const box = lifelineBox(stage, participant);
  const share = (value: number, size: number) => (size > 0 ? Math.min(1, Math.max(0, value / size)) : 0.5);
  return { shape_id: `${stage.block.id}/${participant}`, anchor: { x: share(x - box.x, box.w), y: share(y - box.y, box.h) } };
}

/** Central connections: a dot on the lifeline itself. */
function dots({ event, y, endY }: PlacedMessage, stage: Stage): readonly LooseShape[] {
  const dot = (id: string, participant: string, at: number): LooseShape => ({
    ...shapeOf(stage, id, { x: (stage.columns.get(participant)?.centre ?? 0) - 5, y: at - 5, w: 10, h: 10 }),
    type: 'ellipse',
    fill: 'black',
    fill_style: 'solid',
  });
  return [
    ...(event.central === 'from' || event.central === 'both' ? [dot(`${event.id}:from`, event.from, y)] : []),
    ...(event.central === 'to' || event.central === 'both' ? [dot(`${event.id}:to`, event.to, endY)] : []),
  ];
}

function number({ event, y, startX, number }: PlacedMessage, stage: Stage): readonly LooseShape[] {
  if (number === undefined) return [];
  const text = String(number);
  const w = Math.max(18, 2 * Math.ceil(stage.measure.width(text, { font: 'sans', size: 10, bold: true })) + 4);
  return [
    {
      ...shapeOf(stage, `${event.id}:number`, { x: startX - w / 2, y: y - 9, w, h: 18 }),
      type: 'rectangle',
      text,
      radius: 9,
      fill: 'blue',
      fill_style: 'solid',
      stroke: 'none',
      font_size: 10,
      bold: true,
    },
  ];
}

export function noteShape({ event, box }: PlacedNote, stage: Stage): LooseShape {
  return {
    ...shapeOf(stage, event.id, box),
    type: 'rectangle',
    text: stage.words(event.text),
    fill: 'yellow',
    stroke: 'yellow',
    stroke_width: 1,
    radius: 4,
    font_size: noteFontSize,
  };
}

export function fragmentShape({ event, box, sections }: PlacedFragment, stage: Stage): LooseShape | Omit<FragmentShape, 'index'> {
  if (event.block !== 'rect') {
    const text = stage.words(event.text);
    return { ...shapeOf(stage, event.id, box), type: 'fragment', keyword: keywordOf(event.block), text, sections };
  }
  const fill = cssAlpha(event.text) > 0 ? (cssColor(event.text) ?? 'grey') : 'none';
  // The theme's soft tone of the colour: what lies on it stays legible in light and dark.
  return { ...shapeOf(stage, event.id, box), type: 'rectangle', stroke: 'none', radius: 6, fill, fill_style: 'soft' };
}

export function activationShape({ participant, box }: PlacedActivation, at: number, stage: Stage): LooseShape {
  return { ...shapeOf(stage, `activation:${participant}:${at + 1}`, box), type: 'activation' };
}

export function boxShape(box: ParticipantBox, stage: Stage): readonly LooseShape[] {
  const around = unionBoxes(box.members.map((id) => lifelineBox(stage, id)));
  if (!around) return [];
  const { boxTop, lineBottom, foot } = stage;
  const area = { x: around.x - boxMargin, y: boxTop, w: around.w + 2 * boxMargin, h: lineBottom + foot + boxMargin - boxTop };
  const fill = cssColor(box.fill);
  return [{ ...shapeOf(stage, box.id, area), type: 'frame', text: stage.words(box.title), stroke: 'grey', ...(fill && { fill }) }];
}

export function titleShape(title: string, stage: Stage): LooseShape {
  const style = { font: 'sans', size: 18, bold: true } as const;
  const w = Math.ceil(stage.measure.width(title, style)) + 4;
  const area = unionBoxes([...stage.columns.keys()].map((id) => lifelineBox(stage, id)));
  const x = area ? Math.max(stage.top, area.x + (area.w - w) / 2) : stage.top;
  const box = { x, y: stage.top, w, h: Math.ceil(stage.measure.lineHeight(style)) };
  return { ...shapeOf(stage, 'title:1', box), type: 'text', text: title, font_size: 18, bold: true, text_align: 'center' };
}
