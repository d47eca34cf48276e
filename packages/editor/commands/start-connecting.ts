import { isBindable } from '../connections.ts';
import { connecting } from '../tools/select/connecting.ts';
import type { Command } from './command.ts';

export const startConnecting: Command = {
  id: 'connect',
  label: 'Connect to another shape',
  group: 'arrange',
  keys: ['c'],
  enabled: (editor) => !editor.readOnly && editor.selection.length === 1 && isBindable(editor, editor.selection[0]),
  run(editor) {
    const [from] = editor.selection;
    if (from === undefined) return;
    editor.setTool('select');
    editor.begin(connecting(editor, from));
  },
};
