import type { TextPatch } from '@autograph/editor';
import { joinedPatches } from '../joined-patches.ts';
import type { Range } from '../mermaid/cursor.ts';
import { wholeLine } from '../mermaid/lines.ts';
import type { SequenceEvent, SequenceModel } from '../sequence/model.ts';

/** Takes participants with all that they do, messages, notes, or the frames around messages out of the text. */
export function removalPatches(
  model: SequenceModel,
  source: string,
  ids: ReadonlySet<string>,
): { readonly patches: readonly TextPatch[] } | { readonly refused: string } {
  if (ids.size === 0) return { patches: [] };
  const gone = model.participants.filter(({ id }) => ids.has(id));
  const isGone = (id: string) => ids.has(id) && gone.some((participant) => participant.id === id);
  const lines: Range[] = gone.flatMap(({ statements }) => statements);
  const cuts: TextPatch[] = [];
  for (const event of model.events) {
    if (event.kind === 'message' && (ids.has(event.id) || isGone(event.from) || isGone(event.to))) lines.push(event.range);
    if (event.kind === 'note' && (ids.has(event.id) || event.over.every(isGone))) lines.push(event.range);
    else if (event.kind === 'note' && event.over.some(isGone))
      return { refused: 'A note lies over this participant and another. Change the note in the text first.' };
    if ((event.kind === 'activate' || event.kind === 'deactivate') && isGone(event.participant)) cutActivation(event, lines, cuts);
    if ((event.kind === 'start' || event.kind === 'section') && ids.has(event.id))
      lines.push({ from: event.keyword.from, to: event.textRange.to });
    if (event.kind === 'end' && ids.has(event.id)) lines.push(event.keyword);
  }
  for (const event of orphanedEnds(model, lines)) cutActivation(event, lines, cuts);
  for (const { id, range, textRange } of model.boxes) {
    if (ids.has(id)) lines.push({ from: range.from, to: textRange.to }, { from: range.to - 'end'.length, to: range.to });
  }
  const unknown = [...ids].find((id) => !known(model, id));
  if (unknown) return { refused: 'This follows from other lines of the text, and goes with them.' };
  const whole = joinedPatches(distinct(lines).map((range) => wholeLine(source, range)));
  return { patches: [...whole, ...cuts.filter(({ from, to }) => !whole.some((line) => from >= line.from && to <= line.to))] };
}

type Activation = Extract<SequenceEvent, { kind: 'activate' | 'deactivate' }>;

function isSign({ range }: Activation): boolean {
  return range.to - range.from === 1;
}

function cutActivation(event: Activation, lines: Range[], cuts: TextPatch[]): void {
  if (isSign(event)) cuts.push({ from: event.range.from, to: event.range.to, insert: '' });
  else lines.push(event.range);
}

/** Ends of activations whose beginnings are among the lines to go. */
function orphanedEnds(model: SequenceModel, lines: readonly Range[]): Activation[] {
  const inside = ({ range }: Activation) => lines.some(({ from, to }) => range.from >= from && range.to <= to);
  const open = new Map<string, Activation[]>();
  const orphans: Activation[] = [];
  for (const event of model.events) {
    if (event.kind === 'activate') open.set(event.participant, [...(open.get(event.participant) ?? []), event]);
    if (event.kind !== 'deactivate') continue;
    const starts = open.get(event.participant) ?? [];
    const start = starts.at(-1);
    open.set(event.participant, starts.slice(0, -1));
    if (start && inside(start) && !inside(event)) orphans.push(event);
  }
  return orphans;
}

function known(model: SequenceModel, id: string): boolean {
  return (
    [...model.participants, ...model.boxes].some((item) => item.id === id) || model.events.some((event) => 'id' in event && event.id === id)
  );
}

function distinct(ranges: readonly Range[]): Range[] {
  return [...new Map(ranges.map((range) => [range.from, range])).values()].sort((a, b) => a.from - b.from);
}
