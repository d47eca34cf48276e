import type { ShapeChange } from '@autograph/document';
import type { Editor } from '../editor.ts';
import type { PanelField } from '../shape-definition.ts';
import { type Command, canEditSelection } from './command.ts';

/** Style that is copied besides what a kind's panel shows. */
const letters = ['bold', 'italic', 'underline', 'strike'] as const;

const copied = new WeakMap<Editor, ShapeChange>();

export const copyStyle: Command = {
  id: 'copy_style',
  label: 'Copy style',
  group: 'edit',
  keys: ['mod+alt+c'],
  enabled: (editor) => editor.selection.length > 0,
  run(editor) {
    const shape = editor.scene.get(editor.selection[0] ?? '');
    const definition = editor.definition(shape?.type ?? '');
    if (!shape || !definition) return;
    const read = (field: PanelField | (typeof letters)[number]) => [field, shape[field] ?? definition.defaults[field] ?? null] as const;
    copied.set(editor, Object.fromEntries([...definition.fields.map(read), ...(definition.textBox ? letters.map(read) : [])]));
  },
};

/** Gives the selection the copied style, as far as each kind has it. */
export const pasteStyle: Command = {
  id: 'paste_style',
  label: 'Paste style',
  group: 'edit',
  keys: ['mod+alt+v'],
  enabled: (editor) => canEditSelection(editor) && copied.has(editor),
  run(editor) {
    const style = copied.get(editor) ?? {};
    const updates = editor.selection.flatMap((id) => {
      const shape = editor.scene.get(id);
      const definition = editor.definition(shape?.type ?? '');
      if (!shape || shape.locked || !definition) return [];
      const has = new Set<string>([...definition.fields, ...(definition.textBox ? letters : [])]);
      return [{ id, change: Object.fromEntries(Object.entries(style).filter(([field]) => has.has(field))) }];
    });
    editor.updateShapes(updates);
  },
};
