import type { Editor } from '../editor.ts';
import type { Command } from './command.ts';

/** What a chord means while a text is being typed: to do with the text, or, while nothing is typed, to go on drawing from its shape. */
export function typingCommand(editor: Editor, chord: string): Command | undefined {
  const { editing } = editor;
  const isEmpty = editing?.text === '' || editing?.fresh === true;
  return editor.keymap
    .at(chord)
    .find((command) => (command.group === 'text' || (isEmpty && command.whileEmpty === true)) && command.enabled(editor));
}
