import type { Block } from '@autograph/document';
import type { TextMeasurer } from '@autograph/geometry';
import type { Range } from '../text-range.ts';
import type { SequenceEvent, SequenceModel } from './model.ts';
import { layoutStage } from './stage.ts';

/** An event with a height of its own, by its number. */
interface Mark {
  readonly at: number;
  /** px, block coordinates. */
  readonly y: number;
}

/** Where messages, notes, and the borders of frames lie, from top to bottom. */
export function marksOf(model: SequenceModel, block: Block, measure: TextMeasurer): readonly Mark[] {
  const { timeline } = layoutStage(model, block, measure);
  const heights = new Map<SequenceEvent, number>();
  for (const { event, y, endY } of timeline.messages) heights.set(event, (y + endY) / 2);
  for (const { event, box } of timeline.notes) heights.set(event, box.y + box.h / 2);
  for (const { event, box, sections } of timeline.fragments) {
    const later = model.events.filter((other) => other.kind === 'section' && other.id === event.id);
    heights.set(event, box.y + 8);
    for (const [at, section] of later.entries()) heights.set(section, box.y + (sections[at]?.y ?? 0));
    for (const other of model.events) if (other.kind === 'end' && other.id === event.id) heights.set(other, box.y + box.h);
  }
  return model.events.flatMap((event, at) => {
    const y = heights.get(event);
    return y === undefined ? [] : [{ at, y }];
  });
}

/** The number of the event before which something at a height comes; past the last when after all. */
export function numberAt(model: SequenceModel, block: Block, y: number, measure: TextMeasurer): number {
  return marksOf(model, block, measure).find((mark) => mark.y > y)?.at ?? model.events.length;
}

/** The statement of an event, without space at its end; undefined for what shares another one's. */
export function statementOf(source: string, event: SequenceEvent | undefined): Range | undefined {
  if (!event || event.kind === 'autonumber') return undefined;
  if (event.kind === 'end') return event.keyword;
  const range = event.kind === 'start' || event.kind === 'section' ? { from: event.keyword.from, to: event.textRange.to } : event.range;
  const isSign = (event.kind === 'activate' || event.kind === 'deactivate') && range.to - range.from === 1;
  return isSign ? undefined : { from: range.from, to: range.from + source.slice(range.from, range.to).trimEnd().length };
}
