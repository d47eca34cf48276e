import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit, TextPatch } from '@autograph/editor';
import { patchText } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import { labelSource, labelText } from '../mermaid/label.ts';
import { lineOf, wholeLine } from '../mermaid/lines.ts';
import { quietSource } from '../mermaid/source.ts';
import type { TimelineModel, Written } from './model.ts';
import { parseTimeline } from './parse.ts';
import { tokenize } from './tokens.ts';

type Change = Extract<DerivedShapeEdit, { kind: 'change' }>['change'];
type Outcome = { readonly patches: readonly TextPatch[] } | { readonly refused: string };

/** Writes edits of times, events and sections back as the smallest patches of the text. */
export function editTimeline(
  model: TimelineModel,
  block: Block,
  edits: readonly DerivedShapeEdit[],
): BlockEdit | { readonly refused: string } {
  const patches: TextPatch[] = [];
  const cuts: Range[] = [];
  for (const edit of edits) {
    if (edit.kind === 'remove') {
      const range = removed(model, edit.node_id);
      if (!range) return { refused: 'This follows from the times and events. Delete these instead.' };
      cuts.push(range);
      continue;
    }
    const outcome = changeOne(model, edit.node_id, edit.change);
    if ('refused' in outcome) return outcome;
    patches.push(...outcome.patches);
  }
  const lines = outermost(cuts).map((range) => withoutPiece(block.source, range));
  const kept = patches.filter(({ from, to }) => !lines.some((cut) => from >= cut.from && to <= cut.to));
  const all = [...kept, ...lines].sort((a, b) => a.from - b.from || a.to - b.to);
  if (all.length > 0 && !parseTimeline(patchText(block.source, all)).ok) {
    return { refused: 'Other lines of the text depend on this. Change it in the text.' };
  }
  return { patches: all, layout: {} };
}

const looks = ['fill', 'fill_style', 'stroke', 'stroke_width', 'stroke_style', 'text_color', 'font', 'font_size', 'opacity', 'radius'];

function changeOne(model: TimelineModel, id: string, change: Change): Outcome {
  if (looks.some((key) => key in change)) return { refused: 'In a timeline, colours follow from the sections.' };
  const { text } = change;
  if (typeof text !== 'string') return { refused: 'What comes when follows from the order of the text: move the line there.' };
  if (text.trim() === '') return { refused: 'Times and events need words. Delete it instead.' };
  const written = labelOf(model, id);
  if (!written)
    return { refused: id === 'title:1' ? 'The title stands in the front matter: change it there.' : 'This has no words in the text.' };
  if (text.trim() === labelText(written.text)) return { patches: [] };
  const { from, to } = written;
  return { patches: [{ from, to, insert: id.startsWith('period:') ? periodSource(text) : plainSource(text) }] };
}

function labelOf({ sections, periods, titleWritten }: TimelineModel, id: string): Written | undefined {
  if (id === 'title:1') return titleWritten;
  return [...sections, ...periods, ...periods.flatMap(({ events }) => events)].find((item) => item.id === id)?.label;
}

/** What goes from the text with a thing: a time with all that happened in it. */
function removed({ sections, periods, titleRange }: TimelineModel, id: string): Range | undefined {
  if (id === 'title:1') return titleRange;
  const period = periods.find((candidate) => candidate.id === id);
  if (period) return { from: period.label.from, to: period.events.at(-1)?.range.to ?? period.label.to };
  return [...sections, ...periods.flatMap(({ events }) => events)].find((item) => item.id === id)?.range;
}

/** Without what lies in another one. */
function outermost(ranges: readonly Range[]): readonly Range[] {
  return ranges.filter((range) => !ranges.some((other) => other !== range && other.from <= range.from && other.to >= range.to));
}

/** The whole line where there is nothing else in it; an event at the end of a line goes with the blank before it. */
function withoutPiece(source: string, range: Range): TextPatch {
  const line = lineOf(source, range);
  const before = source.slice(line.from, range.from);
  if (before.trim() === '' && source.slice(range.to, line.to).trim() === '') return wholeLine(source, range);
  return { from: range.from - (before.length - before.trimEnd().length), to: range.to, insert: '' };
}

/** Words that a person typed, as they stand in a line. */
function plainSource(label: string): string {
  return labelSource(label).replace(/[:%]/g, entity);
}

/** As a time: no word that means something else there. */
function periodSource(label: string): string {
  const text = plainSource(label);
  const [token] = tokenize(quietSource(`${text} :`).text);
  return token?.kind === 'period' && token.to === text.length ? text : text.replace(/^[^#]|^#(?!\w+;)/u, entity);
}

function entity(mark: string): string {
  return `#${mark.codePointAt(0)};`;
}
