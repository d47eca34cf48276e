import type { ShapeChange } from '@autograph/document';
import type { Patches } from '../collect-edits.ts';
import { labelText } from '../mermaid/label.ts';
import { indentAt } from '../mermaid/lines.ts';
import type { Note } from './model.ts';
import { described, quoted } from './source-forms.ts';

/** The words of a note, in the form that it has. */
export function changeNote(source: string, note: Note, change: ShapeChange): Patches {
  if (Object.keys(change).some((key) => key !== 'text')) return { refused: 'Mermaid knows no styles for the notes of a state diagram.' };
  const text = change.text?.trim() ?? '';
  if (text === labelText(note.text)) return [];
  if (text === '') return { refused: 'A note needs words. Delete it instead.' };
  const { from, to } = note.textRange;
  if (note.statement.kind === 'free_note') return [{ from, to, insert: quoted(text) }];
  if (!note.statement.block) return [{ from, to, insert: described(text).trimStart() }];
  if (/^\s*%%/m.test(source.slice(from, to))) return { refused: 'A comment stands in this note: change it in the text.' };
  const lines = text.split('\n').map((line) => described(line).trim());
  return [{ from, to, insert: lines.join(`\n${indentAt(source, from)}`) }];
}
