import type { TextMark } from '@autograph/document';
import { markable, toggledMark, wholeMarks } from '../text-marks.ts';
import type { Command } from './command.ts';

const looks: Readonly<Record<(typeof wholeMarks)[number], { label: string; key: string }>> = {
  bold: { label: 'Bold', key: 'mod+b' },
  italic: { label: 'Italic', key: 'mod+i' },
  underline: { label: 'Underline', key: 'mod+u' },
  strike: { label: 'Strike through', key: 'mod+shift+x' },
};

const idOf = (mark: TextMark) => `toggle_${mark}`;

/** Each marks what is selected of the text being edited, or else the whole text of the selected shapes. */
export const textStyleCommands: readonly Command[] = wholeMarks.map((mark) => ({
  id: idOf(mark),
  label: looks[mark].label,
  group: 'text',
  keys: [looks[mark].key],
  enabled: (editor) => !editor.readOnly && (editor.editing !== null || markable(editor, mark).length > 0),
  run(editor) {
    if (editor.editing) editor.textEditing.toggle(mark);
    else editor.updateShapes(toggledMark(editor, mark));
  },
}));

export const toggleCode: Command = {
  id: idOf('code'),
  label: 'Code style',
  group: 'text',
  keys: ['mod+e'],
  enabled: (editor) => editor.editing !== null,
  run: (editor) => editor.textEditing.toggle('code'),
};

/** Within a text being edited: asks for an address for what is selected. */
export const editLink: Command = {
  id: 'edit_link',
  label: 'Link, while writing',
  group: 'text',
  keys: ['mod+k'],
  enabled: (editor) => editor.editing !== null,
  run: (editor) => editor.textEditing.askLink(),
};
