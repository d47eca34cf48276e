import type { Block, Placement, ShapeChange } from '@autograph/document';
import { type BlockEdit, type DerivedShapeEdit, patchText, type TextPatch } from '@autograph/editor';
import { containerPadding } from '../container.ts';
import { textSource } from '../d2/source-forms.ts';
import { areApart, joinedPatches } from '../joined-patches.ts';
import type { Refusal } from '../language.ts';
import { wholeLine } from '../mermaid/lines.ts';
import type { D2Sequence } from './model.ts';
import { parseSequence } from './parse.ts';

const places: ReadonlySet<string> = new Set(['x', 'y', 'w', 'h', 'points', 'index', 'text_spans', 'parent_id']);
const unfit: Refusal = { refused: 'This follows from other lines of the text, or shares its line. Change it there.' };

/** Writes other words, and what is taken out, into the text; participants are moved sideways by pinned placements. */
export function editSequence(model: D2Sequence, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | Refusal {
  const patches: TextPatch[] = [];
  const layout: Record<string, Placement | null> = {};
  const gone = new Set<string>();
  for (const edit of edits) {
    const id = edit.node_id;
    const isParticipant = model.sequence.participants.some((participant) => participant.id === id);
    if (edit.kind === 'remove') {
      gone.add(id);
      continue;
    }
    const { x, text } = edit.change;
    if (isParticipant && typeof x === 'number') layout[id] = { ...block.layout[id], x: Math.max(containerPadding, x), y: 0, pinned: true };
    const change = changed(model, block.source, id, edit.change);
    if ('refused' in change) return change;
    if (!isParticipant && text === undefined && edits.length === 1 && (typeof x === 'number' || typeof edit.change.y === 'number'))
      return { refused: 'What happens when follows from the order of the text: move the line there.' };
    patches.push(...change);
  }
  const out = removed(model, gone);
  if ('refused' in out) return out;
  const all = joinedPatches([...patches, ...out]);
  if (all.length > 0 && (!areApart(all) || !parseSequence(patchText(block.source, all)).ok)) return unfit;
  for (const id of gone) if (block.layout[id]) layout[id] = null;
  return { patches: all, layout };
}

function changed(model: D2Sequence, source: string, id: string, change: ShapeChange): readonly TextPatch[] | Refusal {
  const keys = Object.keys(change).filter((key) => !places.has(key));
  if (keys.length === 0) return [];
  const said = model.said.get(id);
  if (keys.some((key) => key !== 'text')) return { refused: 'In a sequence diagram, looks follow from the text.' };
  if (typeof change.text !== 'string') return [];
  const text = change.text.trim();
  const participant = model.sequence.participants.find((found) => found.id === id);
  if (text === '' && !id.startsWith('message:')) return { refused: 'A name needs at least one letter.' };
  // A participant that no statement is about gets one, above the first thing that happens.
  if (!said) return participant ? declared(model, source, id, text) : unfit;
  const { primary } = said.entry;
  if (!primary) return text === '' ? [] : [{ from: said.keyEnd, to: said.keyEnd, insert: `: ${textSource(text)}` }];
  if (text === '') return [{ from: said.keyEnd, to: primary.to, insert: '' }];
  return [{ from: primary.from, to: primary.to, insert: textSource(text, primary) }];
}

function declared({ sequence }: D2Sequence, source: string, id: string, text: string): readonly TextPatch[] | Refusal {
  const mention = sequence.participants.find((participant) => participant.id === id)?.mentions[0];
  const first = sequence.events.find((event) => event.kind === 'message' && mention && event.range.to >= mention.to);
  if (!mention || first?.kind !== 'message') return unfit;
  const start = source.lastIndexOf('\n', first.range.from - 1) + 1;
  const indent = source.slice(start, first.range.from);
  if (indent.trim() !== '') return unfit;
  return [{ from: start, to: start, insert: `${indent}${source.slice(mention.from, mention.to)}: ${textSource(text)}\n` }];
}

function removed({ source, sequence, said, chained }: D2Sequence, gone: ReadonlySet<string>): readonly TextPatch[] | Refusal {
  if (gone.size === 0) return [];
  const participants = new Set(sequence.participants.filter(({ id }) => gone.has(id)).map(({ id }) => id));
  const lines = sequence.participants.filter(({ id }) => participants.has(id)).flatMap(({ statements }) => statements);
  const known = new Set([...said.keys(), ...participants]);
  if ([...gone].some((id) => !known.has(id))) return unfit;
  for (const event of sequence.events) {
    if (event.kind === 'message' && (gone.has(event.id) || participants.has(event.from) || participants.has(event.to))) {
      if (chained.has(event.id)) return { refused: 'This message shares its line with others. Take it out in the text.' };
      lines.push(event.range);
    }
    if (event.kind === 'note' && (gone.has(event.id) || event.over.some((id) => participants.has(id)))) lines.push(event.range);
    if (event.kind === 'start' && gone.has(event.id)) {
      const entry = said.get(event.id)?.entry;
      const map = entry?.value;
      // What lies in a group stays.
      if (entry && map?.kind === 'map') lines.push({ from: entry.from, to: map.from + 1 }, { from: map.to - 1, to: map.to });
    }
  }
  const distinct = [...new Map(lines.map((range) => [range.from, range])).values()];
  return distinct.map((range) =>
    wholeLine(source, { from: range.from, to: range.from + source.slice(range.from, range.to).trimEnd().length }),
  );
}
