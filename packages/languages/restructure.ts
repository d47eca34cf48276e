import type { Block } from '@autograph/document';
import type { DerivedShapeEdit, StructureChange, StructureEdit } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Language, Refusal } from './language.ts';
import type { Reading } from './read-block.ts';

export const unreadable: Refusal = { refused: 'This diagram’s text cannot be read yet. Correct it first.' };
export const broken: Refusal = { refused: 'The text has an error, so changes cannot be written into it. Correct it first.' };

const kinds = ['connect', 'add', 'regroup', 'reorder'] as const satisfies readonly StructureEdit['kind'][];

/** What a language that lacks the edit says. */
const lacking: Readonly<Record<StructureEdit['kind'], (label: string) => string>> = {
  connect: (label) => `An arrow drawn here is not part of the ${label}: write it in the diagram’s text.`,
  add: (label) => `A shape drawn here is not part of the ${label}: write it in the diagram’s text.`,
  regroup: (label) => `What belongs to what in the ${label} is said by its text: move the line there.`,
  reorder: (label) => `Arrows of the ${label} follow what they join: drag an end of one onto another shape.`,
};

const geometry: ReadonlySet<string> = new Set(['x', 'y', 'w', 'h']);

/** Whether an edit concerns nothing but where something is and how large. */
export function onlyMoves(edit: DerivedShapeEdit): boolean {
  return edit.kind === 'change' && Object.keys(edit.change).every((key) => geometry.has(key));
}

/** The edits of the structure that can be written into the block's text as it is. */
export function offersOf({ shown, current }: Reading): ReadonlySet<StructureEdit['kind']> {
  return new Set(shown && current ? kinds.filter((kind) => shown.language[kind] !== undefined) : []);
}

/** Writes an edit of the structure into the text, by the block's language. */
export function restructure(
  { shown, current }: Reading,
  block: Block,
  edit: StructureEdit,
  measure: TextMeasurer,
): StructureChange | Refusal {
  if (!shown) return unreadable;
  if (!current) return broken;
  return ask(shown.language, shown.model, block, edit, measure) ?? { refused: lacking[edit.kind](shown.language.label.toLowerCase()) };
}

function ask(
  language: Language,
  model: unknown,
  block: Block,
  edit: StructureEdit,
  measure: TextMeasurer,
): StructureChange | Refusal | undefined {
  switch (edit.kind) {
    case 'connect':
      return language.connect?.(model, block, edit, measure);
    case 'add':
      return language.add?.(model, block, edit, measure);
    case 'regroup':
      return language.regroup?.(model, block, edit, measure);
    case 'reorder':
      return language.reorder?.(model, block, edit, measure);
  }
}
