import type { TextMeasurer } from '@autograph/geometry';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { headSize, type ParticipantType, participantTypes } from '@autograph/shapes/lifeline-head.ts';
import type { Participant, SequenceEvent, SequenceModel } from './model.ts';
import { noteSize } from './note-size.ts';

/** A participant's place from left to right, px. */
export interface Column {
  readonly id: string;
  readonly centre: number;
  readonly w: number;
  readonly h: number;
  readonly type: ParticipantType;
}

/** Least space between two heads, px. */
const headGap = 36;
/** What is added where a coloured box begins or ends, px. */
const boxGap = 16;
/** Around the heads in a box, px. */
export const boxMargin = 14;
/** Space at both ends of a message's label, px. */
const labelMargin = 18;
/** How far a message to oneself reaches out, px. */
export const loopReach = 36;

/** The kind of head that a participant's declared type means: a box for what is unknown. */
function headType(type: string): ParticipantType {
  return participantTypes.find((known) => known === type) ?? 'participant';
}

/** Participants side by side in the text's order, as near as their heads, messages and notes let them. The first begins at 0. */
export function layoutColumns(model: SequenceModel, measure: TextMeasurer): readonly Column[] {
  const order = new Map(model.participants.map(({ id }, at) => [id, at]));
  const heads = model.participants.map((participant) => headOf(participant, model, measure));
  const boxOf = new Map(model.boxes.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  const needs = heads.slice(1).map((head, at): Need => {
    const apart = boxOf.get(model.participants[at]?.id ?? '') === boxOf.get(model.participants[at + 1]?.id ?? '') ? 0 : boxGap;
    return [at, at + 1, ((heads[at]?.w ?? 0) + head.w) / 2 + headGap + apart];
  });
  /** From a lifeline to the border of its box, where the next one is not in the same. */
  const toBorder = (at: number, next: number) => {
    const [own, other] = [at, next].map((place) => boxOf.get(model.participants[place]?.id ?? ''));
    return own === undefined || own === other ? 0 : (heads[at]?.w ?? 0) / 2 + boxMargin;
  };
  const borders = (at: number) => toBorder(at, at + 1) + toBorder(at + 1, at);
  const wishes = model.events.flatMap((event) => roomFor(event, order, { count: heads.length, words: model.words, borders }, measure));
  const behind = Map.groupBy(needs.concat(wishes), ([, to]) => to);
  const centres: number[] = [];
  for (const at of heads.keys()) {
    const least = (behind.get(at) ?? []).map(([from, , room]) => (centres[from] ?? 0) + room);
    centres.push(Math.ceil(least.reduce((most, x) => Math.max(most, x), at === 0 ? (heads[0]?.w ?? 0) / 2 : 0)));
  }
  return model.participants.map(({ id }, at) => ({ id, centre: centres[at] ?? 0, ...(heads[at] ?? { w: 0, h: 0, type: 'participant' }) }));
}

function headOf({ label, type }: Participant, { words }: SequenceModel, measure: TextMeasurer) {
  return { ...headSize(words(label), headType(type), measure), type: headType(type) };
}

type Need = readonly [from: number, to: number, room: number];

interface Columns extends Pick<SequenceModel, 'words'> {
  readonly count: number;
  /** What the borders of boxes leave no room for between a column and the next, px. */
  readonly borders: (at: number) => number;
}

/** How far apart an event needs which columns to be. */
function roomFor(
  event: SequenceEvent,
  order: ReadonlyMap<string, number>,
  { count, words, borders }: Columns,
  measure: TextMeasurer,
): readonly Need[] {
  if (event.kind === 'message') {
    const [a, b] = [order.get(event.from) ?? 0, order.get(event.to) ?? 0];
    const { w } = connectorLabelExtent({ text: words(event.text) }, measure);
    const [first, last] = [Math.min(a, b), Math.max(a, b)];
    if (a !== b) return [[first, last, w + 2 * labelMargin + (last === first + 1 && w > 0 ? borders(first) : 0)]];
    return a + 1 < count ? [[a, a + 1, w + loopReach + labelMargin]] : [];
  }
  if (event.kind !== 'note') return [];
  const places = event.over.map((id) => order.get(id) ?? 0);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const { w } = noteSize(words(event.text), measure);
  if (event.placement === 'left') return first > 0 ? [[first - 1, first, w + 28]] : [];
  if (event.placement === 'right') return first + 1 < count ? [[first, first + 1, w + 28]] : [];
  if (first !== last) return [[first, last, w - 40]];
  return [
    ...(first > 0 ? [[first - 1, first, w / 2 + 20] as const] : []),
    ...(first + 1 < count ? [[first, first + 1, w / 2 + 20] as const] : []),
  ];
}
