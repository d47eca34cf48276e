import type { Block, Placement } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit, TextPatch } from '@autograph/editor';
import { patchText } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { containerPadding } from '../container.ts';
import { labelSource, labelText } from '../mermaid/label.ts';
import { boxMargin } from '../sequence/columns.ts';
import type { ParticipantBox, SequenceEvent, SequenceModel } from '../sequence/model.ts';
import { layoutStage } from '../sequence/stage.ts';
import { boxParticipant } from './box-members.ts';
import { changeFragment } from './edit-fragment.ts';
import { changeParticipant } from './edit-participant.ts';
import { parseSequence } from './parse.ts';
import { onlyFills, recolour } from './recolour.ts';
import { removalPatches } from './remove.ts';
import { declareAll } from './write-event.ts';
import { moveEvent } from './write-message.ts';
import { placeAt, reorderParticipant, unpinned } from './write-participant.ts';

const measure = createTextMeasurer();

type Change = Extract<DerivedShapeEdit, { kind: 'change' }>['change'];
type Outcome = Pick<BlockEdit, 'patches' | 'layout'> | { readonly refused: string };

/** Writes edits of participants, messages, notes and blocks back as the smallest patches of the text and as pinned placements. */
export function editSequence(
  model: SequenceModel,
  block: Block,
  edits: readonly DerivedShapeEdit[],
): BlockEdit | { readonly refused: string } {
  const patches: TextPatch[] = [];
  const layout: Record<string, Placement | null> = {};
  const isParticipant = (id: string) => model.participants.some((participant) => participant.id === id);
  const alone = edits.length === 1;
  const dragsOne = edits.some((edit) => onlyMoves(edit) && isParticipant(edit.node_id));
  for (const edit of edits) {
    // Messages that are dragged together with their participants follow these anyway.
    if (edit.kind === 'remove' || (dragsOne && onlyMoves(edit) && !isParticipant(edit.node_id))) continue;
    const outcome = changeOne(model, block, edit, alone);
    if ('refused' in outcome) return outcome;
    patches.push(...outcome.patches);
    Object.assign(layout, outcome.layout);
  }
  const ids = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.node_id] : [])));
  const removed = removalPatches(model, block.source, ids);
  if ('refused' in removed) return removed;
  for (const { id } of model.participants) if (ids.has(id)) layout[id] = null;
  const kept = patches.filter(({ from, to }) => !removed.patches.some((cut) => from >= cut.from && to <= cut.to));
  const all = [...kept, ...removed.patches].sort((a, b) => a.from - b.from || a.to - b.to);
  const after = all.length > 0 ? parseSequence(patchText(block.source, all)) : undefined;
  if (after && !after.ok) return { refused: 'Other lines of the text depend on this. Change it in the text.' };
  // A participant that only the rerouted message named stands there still.
  const isLost = ids.size === 0 && after && after.model.participants.length < model.participants.length;
  const declared = isLost ? declareAll(model, block.source) : undefined;
  return { patches: declared ? [declared, ...all].sort((a, b) => a.from - b.from || a.to - b.to) : all, layout };
}

const places: ReadonlySet<string> = new Set(['x', 'y', 'w', 'h', 'points']);

function onlyMoves(edit: DerivedShapeEdit): boolean {
  return edit.kind === 'change' && Object.keys(edit.change).every((key) => places.has(key));
}

const looks = ['fill', 'stroke', 'text_color', 'font', 'font_size', 'opacity', 'start_head', 'end_head', 'route'];

function changeOne(
  model: SequenceModel,
  block: Block,
  { node_id: id, change }: { readonly node_id: string; readonly change: Change },
  alone: boolean,
): Outcome {
  const coloured = onlyFills(change) ? colouredRange(model, id) : undefined;
  if (coloured) return { patches: recolour(block.source, coloured, change), layout: {} };
  if (looks.some((key) => key in change)) return { refused: 'In a sequence diagram, looks follow from the text.' };
  const participant = model.participants.find((candidate) => candidate.id === id);
  if (participant) {
    const renamed = changeParticipant(model, block, participant, change);
    if ('refused' in renamed) return renamed;
    return alone && renamed.patches.length === 0 && typeof change.x === 'number'
      ? moveParticipant(model, block, id, change.x)
      : { patches: renamed.patches, layout: { ...renamed.layout, ...moved(block, id, change, renamed.id) } };
  }
  const event = model.events.find((candidate) => 'id' in candidate && candidate.id === id);
  if (event?.kind === 'message') return changeMessage(model, block, event, change);
  if ((event?.kind === 'note' || event?.kind === 'start') && typeof change.y === 'number') return moveDown(model, block, event, change.y);
  if (event?.kind === 'note') return stays(change) ?? { patches: textPatch(event, change.text), layout: {} };
  if (event?.kind === 'start' && event.block === 'rect' && typeof change.text === 'string')
    return { refused: 'A coloured area has no words of its own. Write a note on it.' };
  if (event?.kind === 'start') return stays(change) ?? { patches: changeFragment(model, block.source, event, change), layout: {} };
  const box = model.boxes.find((candidate) => candidate.id === id);
  if (box && typeof change.text === 'string' && change.text.trim() !== labelText(box.title)) {
    const { from, to } = box.textRange;
    const start = from + Math.max(0, block.source.slice(from, to).lastIndexOf(box.title));
    const join = start > 0 && /\S$/.test(block.source.slice(0, start)) ? ' ' : '';
    return { patches: [{ from: box.title ? start : to, to, insert: (box.title ? join : ' ') + labelSource(change.text) }], layout: {} };
  }
  if (typeof change.text === 'string' && !box) return { refused: 'This follows from other lines of the text, and has no words.' };
  return stays(change) ?? { patches: [], layout: {} };
}

/** What stands behind `box` or `rect`: all else in a sequence diagram has no colour in the text. */
function colouredRange({ boxes, events }: SequenceModel, id: string): ParticipantBox['textRange'] | undefined {
  const area = events.find((event) => event.kind === 'start' && event.block === 'rect' && event.id === id);
  return area?.kind === 'start' ? area.textRange : boxes.find((box) => box.id === id)?.textRange;
}

/** A participant dropped into or out of a box, or beyond a neighbour, goes there in the text; else it stands where it was dropped. */
function moveParticipant(model: SequenceModel, block: Block, id: string, x: number): Outcome {
  const stage = layoutStage(model, block, measure);
  const centre = x + (stage.columns.get(id)?.w ?? 0) / 2;
  const place = placeAt(model, block, id, centre, measure);
  const now = model.participants.findIndex((participant) => participant.id === id);
  const into = model.boxes.find((box) => isWithin(centre, box, id, stage));
  const home = model.boxes.find(({ members }) => members.includes(id));
  if (into !== home) {
    const others = model.participants.map((participant) => participant.id).filter((other) => other !== id);
    const written = boxParticipant(model, block.source, id, into, others.toSpliced(place, 0, id));
    if (written) return { patches: written, layout: unpinned(block.layout, id) };
  }
  const patches = place === now ? undefined : reorderParticipant(model, block.source, id, place);
  if (!patches) return { patches: [], layout: moved(block, id, { x }) };
  return { patches, layout: unpinned(block.layout, id) };
}

/** Whether a place from left to right lies in a box, as far as its other members reach; in its own box a participant may go a little further. */
function isWithin(x: number, { members }: ParticipantBox, id: string, { columns }: ReturnType<typeof layoutStage>): boolean {
  const others = members.filter((member) => member !== id).flatMap((member) => columns.get(member) ?? []);
  const own = members.includes(id) ? (columns.get(id)?.w ?? 0) : 0;
  // The only one in a box is where that is.
  const around = others.length > 0 ? others : members.includes(id) ? [columns.get(id)].flatMap((column) => column ?? []) : [];
  const reaches = around.map(({ centre, w }) => [centre - w / 2 - boxMargin - own, centre + w / 2 + boxMargin + own] as const);
  return x > Math.min(...reaches.map(([left]) => left)) && x < Math.max(...reaches.map(([, right]) => right));
}

/** A note or frame dropped at another height comes between other lines of the text. */
function moveDown(model: SequenceModel, block: Block, event: Extract<SequenceEvent, { kind: 'note' | 'start' }>, top: number): Outcome {
  const { timeline } = layoutStage(model, block, measure);
  const box = [...timeline.notes, ...timeline.fragments].find((placed) => placed.event === event)?.box;
  if (!box) return { patches: [], layout: {} };
  // What is dragged upwards leads with its top, downwards with its foot.
  const y = event.kind === 'note' ? top + box.h / 2 : top < box.y ? top : top + box.h;
  return moveEvent(model, block, model.events.indexOf(event), { y }, measure);
}

/** Only participants can be put somewhere else, and only sideways: all else follows from the order of the text. */
function stays(change: Change): { readonly refused: string } | undefined {
  const moves = typeof change.x === 'number' || typeof change.y === 'number';
  return moves ? { refused: 'What happens when follows from the order of the text: move the line there.' } : undefined;
}

function moved(block: Block, id: string, change: Change, renamed = id): Record<string, Placement> {
  if (typeof change.x !== 'number') return {};
  return { [renamed]: { ...block.layout[id], x: Math.max(containerPadding, change.x), y: 0, pinned: true } };
}

function changeMessage(
  model: SequenceModel,
  block: Block,
  event: Parameters<typeof textPatch>[0] & {
    readonly ends: readonly { from: number; to: number }[];
    readonly from: string;
    readonly to: string;
  },
  change: Change,
): Outcome {
  const patches = [...textPatch(event, change.text)];
  for (const [at, terminal] of [change.start, change.end].entries()) {
    if (!terminal) continue;
    const target = terminal.shape_id?.slice(block.id.length + 1);
    if (target === (at === 0 ? event.from : event.to)) continue;
    const range = event.ends[at];
    if (!target || !range || !model.participants.some(({ id }) => id === target))
      return { refused: 'A message joins two participants of its own diagram.' };
    patches.push({ from: range.from, to: range.to, insert: target });
  }
  return patches.length > 0 ? { patches, layout: {} } : (stays(change) ?? { patches, layout: {} });
}

function textPatch(
  event: { readonly text: string; readonly textRange: { readonly from: number; readonly to: number } },
  text: unknown,
): TextPatch[] {
  if (typeof text !== 'string' || text.trim() === labelText(event.text)) return [];
  const { from, to } = event.textRange;
  return [{ from, to, insert: labelSource(text) }];
}
