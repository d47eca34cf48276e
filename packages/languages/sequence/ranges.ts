import type { Range } from '../text-range.ts';
import type { SequenceModel } from './model.ts';

/** Where everything that is drawn stands in the text. */
export function rangesOf(model: SequenceModel): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const add = (id: string, range: Range | undefined) => range && ranges.set(id, { from: range.from, to: range.to });
  for (const { id, statements, mentions } of model.participants) add(id, statements[0] ?? mentions[0]);
  for (const { id, range } of model.boxes) add(id, range);
  const open = new Map<string, number>();
  for (const event of model.events) {
    if (event.kind === 'message' || event.kind === 'note') add(event.id, event.range);
    if (event.kind === 'start') open.set(event.id, event.keyword.from);
    if (event.kind === 'end') add(event.id, { from: open.get(event.id) ?? event.keyword.from, to: event.keyword.to });
  }
  return ranges;
}
