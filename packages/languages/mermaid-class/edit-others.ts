import type { ShapeChange } from '@autograph/document';
import type { Patches } from '../collect-edits.ts';
import { labelText, quotedSource } from '../mermaid/label.ts';
import { type ClassModel, type Interface, type Note, namespaceId } from './model.ts';
import { isBareName } from './source-forms.ts';

const textOnly = (change: ShapeChange) => Object.keys(change).every((key) => key === 'text');
export const looks = { refused: 'Mermaid knows no styles for this part of a class diagram.' };

export function changeNote(note: Note, change: ShapeChange): Patches {
  if (!textOnly(change)) return looks;
  const text = change.text?.trim() ?? '';
  if (text === labelText(note.text)) return [];
  return text === '' ? { refused: 'A note needs words. Delete it instead.' } : [{ ...note.textRange, insert: quotedSource(text) }];
}

export function changeInterface(model: ClassModel, { label, range }: Interface, change: ShapeChange): Patches {
  if (!textOnly(change)) return looks;
  const text = change.text?.trim() ?? '';
  if (text === labelText(label)) return [];
  const written = isBareName(text) ? text : /^[^`~"]+$/.test(text) ? `\`${text.replace(/\s+/g, ' ')}\`` : undefined;
  if (!written || model.interfaces.length === 0) return { refused: 'An interface needs a name without quotes.' };
  return [{ ...range, insert: written }];
}

/** A namespace's label. */
export function changeFrame(model: ClassModel, id: string, change: ShapeChange): Patches {
  const found = model.namespaces.find((namespace) => namespaceId(namespace.id) === id);
  if (!found) return { refused: 'That is no longer in the text.' };
  if (!textOnly(change)) return looks;
  const text = change.text?.trim() ?? '';
  if (text === labelText(model.settings.nested ? found.label : found.id)) return [];
  if (text === '') return { refused: 'A namespace needs a name.' };
  if (found.labelRange) return [{ ...found.labelRange, insert: quotedSource(text) }];
  if (!found.explicit || !model.settings.nested) {
    return { refused: 'This namespace’s name is part of longer names: change it in the text.' };
  }
  const at = found.nameRange.to;
  return [{ from: at, to: at, insert: `["${quotedSource(text)}"]` }];
}
