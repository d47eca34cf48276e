import type { Block, Placement } from '@autograph/document';
import { type AddEdit, composePatches, patchText, type StructureChange, type TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Refusal } from '../language.ts';
import { type Fit, firstThatFits } from '../mermaid/first-that-fits.ts';
import { insertAfter, insertBefore, wholeLine } from '../mermaid/lines.ts';
import { newName } from '../new-name.ts';
import type { Participant, SequenceModel } from '../sequence/model.ts';
import { layoutStage } from '../sequence/stage.ts';
import { normalForm } from './answer.ts';
import { parseSequence } from './parse.ts';
import { firstOf, writeLast } from './write-event.ts';
import { isSame, withMessage } from './write-message.ts';

/** Writes a new participant at its place among the others, and the message to it from the one that it was dragged out of. */
export function addParticipant(model: SequenceModel, block: Block, edit: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const ids = model.participants.map((participant) => participant.id);
  const noun = ids.length === 0 ? 'A' : 'participant';
  const id = newName({ ids, taken: new Set(ids), reserved: new Set(['end', 'participant', 'actor']), noun });
  const from = edit.from !== undefined && ids.includes(edit.from) ? edit.from : undefined;
  const isLast = placeAt(model, block, id, edit.at.x, measure) === ids.length;
  const implied =
    from !== undefined && isLast && model.participants.every(({ declaredAt }) => declaredAt === undefined)
      ? withMessage(model, block, { from, to: id, y: edit.at.y }, measure)
      : undefined;
  if (implied) return { patches: implied.patches, layout: {}, made: id };
  const fit = withParticipant(model, block, id, edit, measure);
  if (!fit) return { refused: 'A new participant does not fit into this text. Write it there.' };
  if (from === undefined) return { patches: fit.patches, layout: {}, made: id };
  const next = { ...block, source: patchText(block.source, fit.patches) };
  const joined = withMessage(fit.model, next, { from, to: id, y: edit.at.y }, measure);
  if (!joined) return { refused: 'A message to a new participant does not fit in there. Write it in the text.' };
  return { patches: composePatches(block.source, fit.patches, joined.patches), layout: {}, made: id };
}

/** The text with a participant more: where it was dropped, or as near to it as the text lets it be. */
function withParticipant(
  model: SequenceModel,
  block: Block,
  id: string,
  { at, group }: AddEdit,
  measure: TextMeasurer,
): Fit<SequenceModel> | undefined {
  const box = model.boxes.findIndex((candidate) => candidate.id === group);
  const place = placeAt(model, block, id, at.x, measure);
  const places = Array.from({ length: model.participants.length + 1 }, (_, at) => at);
  for (const near of places.toSorted((a, b) => Math.abs(a - place) - Math.abs(b - place))) {
    const fit = withParticipantAt(model, block.source, id, near, box);
    if (fit) return fit;
  }
  return box < 0 ? undefined : withParticipant(model, block, id, { kind: 'add', at }, measure);
}

function withParticipantAt(model: SequenceModel, source: string, id: string, place: number, box: number): Fit<SequenceModel> | undefined {
  const order = model.participants.map((participant) => participant.id).toSpliced(place, 0, id);
  const form = normalForm(model);
  const made = { id, label: id, type: 'participant' };
  const wanted = {
    ...form,
    participants: form.participants.toSpliced(place, 0, made),
    boxes: form.boxes.map((entry, number) => (number === box ? { ...entry, members: [...entry.members, id] } : entry)),
  };
  const around = model.boxes[box];
  const ways = around
    ? [[insertBefore(source, around.range.to - 'end'.length, `participant ${id}`, memberIndent(source, around))]]
    : orderWays(model, source, order);
  return firstThatFits(source, parseSequence, ways, (after) => isSame(normalForm(after), wanted));
}

/** How far in the members of a box stand; undefined where that does not show. */
export function memberIndent(source: string, { textRange }: SequenceModel['boxes'][number]): string | undefined {
  return /\n([^\S\n]*)(?:participant|actor)\b/.exec(source.slice(textRange.to))?.[1];
}

/** The patches that put a participant to another place from left to right; undefined when the text would have to change more. */
export function reorderParticipant(model: SequenceModel, source: string, id: string, place: number): readonly TextPatch[] | undefined {
  const others = model.participants.map((participant) => participant.id).filter((other) => other !== id);
  const order = others.toSpliced(place, 0, id);
  const form = normalForm(model);
  const byId = new Map(form.participants.map((participant) => [participant.id, participant]));
  const wanted = { ...form, participants: order.flatMap((one) => byId.get(one) ?? []) };
  const ways = [...moveWays(model, source, id, order), ...orderWays(model, source, order)];
  return firstThatFits(source, parseSequence, ways, (after) => isSame(normalForm(after), wanted))?.patches;
}

/** Its own declaration beside that of the neighbour. */
function* moveWays(model: SequenceModel, source: string, id: string, order: readonly string[]): Iterable<readonly TextPatch[]> {
  const own = declarationOf(model, source, id);
  const at = order.indexOf(id);
  if (!own) return;
  const text = source.slice(own.from, own.to);
  const [left, right] = [declarationOf(model, source, order[at - 1]), declarationOf(model, source, order[at + 1])];
  if (right) yield [wholeLine(source, own), insertBefore(source, right.from, text)];
  if (left) yield [wholeLine(source, own), insertAfter(source, left, text)];
}

/** Declarations in an order, as far as is needed to have it: what declares the later ones stays where it is. */
function* orderWays(model: SequenceModel, source: string, order: readonly string[]): Iterable<readonly TextPatch[]> {
  const now = model.participants.map(({ id }) => id);
  const changed = order.findLastIndex((id, at) => id !== now[at] && now.includes(id)) + 1;
  const fresh = order.findLastIndex((id) => !now.includes(id)) + 1;
  const lines = new Map(order.map((id) => [id, lineOf(model, source, id)]));
  const last = declarationOf(model, source, now.at(-1));
  const only = order[fresh - 1];
  if (only !== undefined && changed < fresh && last) yield [insertAfter(source, last, lines.get(only) ?? '')];
  if (only !== undefined) yield [writeLast(model, source, lines.get(only) ?? '')];
  const beside = fresh > 0 ? declarationOf(model, source, order[fresh]) : undefined;
  if (only !== undefined && beside) yield [insertBefore(source, beside.from, lines.get(only) ?? '')];
  const head = order.slice(0, Math.max(changed, fresh));
  const cut = head.flatMap((id) => declarationOf(model, source, id) ?? []);
  const first = model.events.findIndex((event) => 'range' in event || 'keyword' in event);
  const start = cut.toSorted((a, b) => a.from - b.from)[0]?.from ?? firstOf(model, source, first);
  if (start === undefined) return;
  const texts = head.map((id) => lines.get(id) ?? '');
  const before = (at: number): TextPatch[] => texts.map((text) => insertBefore(source, at, text));
  yield [...before(start), ...cut.map((range) => wholeLine(source, range))];
}

function lineOf(model: SequenceModel, source: string, id: string): string {
  const own = declarationOf(model, source, id);
  return own ? source.slice(own.from, own.to) : `participant ${id}`;
}

/** The line that declares a participant, when that is where it is first named. */
export function declarationOf({ participants }: SequenceModel, source: string, id: string | undefined) {
  const found: Participant | undefined = participants.find((participant) => participant.id === id);
  const [own] = found?.statements ?? [];
  if (!own || own.from > (found?.mentions[0]?.from ?? 0) || !/^(?:participant|actor)\b/i.test(source.slice(own.from))) return undefined;
  return { from: own.from, to: own.from + source.slice(own.from, own.to).trimEnd().length };
}

/** The place from left to right that a participant dropped at a centre comes to have. */
export function placeAt(model: SequenceModel, block: Block, id: string, centre: number, measure: TextMeasurer): number {
  const { columns } = layoutStage(model, block, measure);
  return model.participants.filter((other) => other.id !== id && (columns.get(other.id)?.centre ?? 0) < centre).length;
}

/** Where a participant was put by hand, no more. */
export function unpinned(layout: Readonly<Record<string, Placement>>, id: string): Record<string, null> {
  return layout[id] ? { [id]: null } : {};
}
