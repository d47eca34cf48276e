import type { ArrowHead, Block, ShapeChange, Terminal } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import type { Patches } from '../collect-edits.ts';
import type { Refusal } from '../language.ts';
import { labelText, lineSource, quotedSource } from '../mermaid/label.ts';
import type { ClassModel, Note, Relation, RelationHead } from './model.ts';
import { orphanLines } from './orphans.ts';
import { heads } from './relation-ends.ts';
import { nameSource } from './source-forms.ts';

const known: ReadonlySet<string> = new Set(['text', 'start', 'end', 'start_head', 'end_head', 'stroke_style', 'start_label', 'end_label']);

/** The patches for a relation's words, ends, marks and line. */
export function changeRelation(model: ClassModel, block: Block, relation: Relation, change: ShapeChange): Patches {
  if (Object.keys(change).some((key) => !known.has(key))) {
    return { refused: 'Mermaid knows no styles for the relations of a class diagram.' };
  }
  const moved = moveEnds(model, block, relation, change);
  if ('refused' in moved) return moved;
  const arrow = changeArrow(block.source, relation, change);
  if ('refused' in arrow) return arrow;
  const labelled = relabel(block.source, relation, change);
  if ('refused' in labelled) return labelled;
  return [...moved, ...arrow, ...labelled, ...cardinalities(relation, change)];
}

function relabel(source: string, { label, labelRange, range }: Relation, { text }: ShapeChange): Patches {
  const words = text === null ? '' : text?.trim();
  if (words === undefined || words === labelText(label)) return [];
  const insert = words === '' ? '' : `:${lineSource(words)}`;
  if (labelRange) return [{ ...labelRange, insert }];
  // A label goes on to the end of its line.
  if (/^[^\n]*%%/.test(source.slice(range.to))) return { refused: 'A comment follows on the same line: write the label in the text.' };
  return insert === '' ? [] : [{ from: range.to, to: range.to, insert: ` ${insert}` }];
}

/** The texts at the ends stand in quotes beside the arrow. */
function cardinalities({ fromText, toText, fromTextRange, toTextRange, arrowRange }: Relation, change: ShapeChange): readonly TextPatch[] {
  const said = (value: unknown) => (value === null ? '' : typeof value === 'string' ? value.trim() : undefined);
  const at = (value: string | undefined, before: string, range: Relation['fromTextRange'], place: number): TextPatch[] => {
    if (value === undefined || value === labelText(before)) return [];
    if (range && value === '') return [{ from: range.from - 1, to: range.to + 1, insert: '' }];
    if (range) return [{ ...range, insert: quotedSource(value) }];
    return value === '' ? [] : [{ from: place, to: place, insert: ` "${quotedSource(value)}" ` }];
  };
  return [
    ...at(said(change.start_label), fromText, fromTextRange, arrowRange.from),
    ...at(said(change.end_label), toText, toTextRange, arrowRange.to),
  ];
}

const marks: Readonly<Record<RelationHead, readonly [string, string]>> = {
  none: ['', ''],
  extension: ['<|', '|>'],
  composition: ['*', '*'],
  aggregation: ['o', 'o'],
  dependency: ['<', '>'],
  lollipop: ['()', '()'],
};

function changeArrow(source: string, relation: Relation, { start_head, end_head, stroke_style }: ShapeChange): Patches {
  const from = headFor(start_head, relation.fromHead);
  const to = headFor(end_head, relation.toHead);
  const dashed = stroke_style ? stroke_style !== 'solid' : relation.dashed;
  if (!from || !to) return { refused: 'The ends of a relation are plain, or bear an arrow, an open triangle, or a diamond.' };
  if (from === relation.fromHead && to === relation.toHead && dashed === relation.dashed) return [];
  const isCircle = (head: RelationHead) => head === 'lollipop';
  if (isCircle(from) !== isCircle(relation.fromHead) || isCircle(to) !== isCircle(relation.toHead)) {
    return { refused: 'A circle stands for an interface: write it in the text.' };
  }
  const { arrowRange } = relation;
  const spaced = (at: number) => (/[\s"]/.test(source.charAt(at)) ? '' : ' ');
  const insert = `${marks[from][0]}${dashed ? '..' : '--'}${marks[to][1]}`;
  return [
    {
      ...arrowRange,
      insert: `${from === 'aggregation' ? spaced(arrowRange.from - 1) : ''}${insert}${to === 'aggregation' ? spaced(arrowRange.to) : ''}`,
    },
  ];
}

function headFor(head: ArrowHead | null | undefined, before: RelationHead): RelationHead | undefined {
  if (head === undefined) return before;
  if (head === null) return 'none';
  if (head === 'triangle') return 'extension';
  const names: readonly RelationHead[] = ['none', 'extension', 'composition', 'aggregation', 'dependency', 'lollipop'];
  return names.find((name) => heads[name] === head);
}

function moveEnds(model: ClassModel, block: Block, relation: Relation, change: ShapeChange): Patches {
  const patches: TextPatch[] = [];
  for (const [at, terminal] of [change.start, change.end].entries()) {
    const before = at === 0 ? relation.from : relation.to;
    if (!terminal || terminal.shape_id === `${block.id}/${before}`) continue;
    const target = classAt(model, block, terminal);
    const end = relation.ends[at];
    if ('refused' in target) return target;
    if (model.interfaces.some(({ id }) => id === before)) return { refused: 'The circle of an interface stays with its relation.' };
    if (end) patches.push({ from: end.from, to: end.to, insert: nameSource(target.name) });
  }
  return patches.length > 0 ? [...patches, ...orphanLines(model, block.source, relation, patches)] : [];
}

function classAt(model: ClassModel, block: Block, { shape_id }: Terminal): { readonly name: string } | Refusal {
  const name = shape_id?.startsWith(`${block.id}/`) ? shape_id.slice(block.id.length + 1) : undefined;
  const found = model.classes.find((candidate) => candidate.name === name);
  return found ? { name: found.name } : { refused: 'A relation joins two classes of its own diagram.' };
}

/** The dashed line from a note to its class: only its class can be another. */
export function changeAttachment(model: ClassModel, block: Block, note: Note, change: ShapeChange): Patches {
  if (Object.keys(change).some((key) => key !== 'start' && key !== 'end'))
    return { refused: 'The line of a note bears no words and no marks.' };
  const start = change.start;
  if (start && start.shape_id !== `${block.id}/${note.id}`) return { refused: 'The line of a note begins at the note.' };
  if (!change.end || !note.aboutRange) return [];
  const target = classAt(model, block, change.end);
  return 'refused' in target ? target : [{ ...note.aboutRange, insert: nameSource(target.name) }];
}
