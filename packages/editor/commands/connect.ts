import { connectNewShape, isConnectable } from '../quick-connect.ts';
import { type Side, sides } from '../sides.ts';
import type { Command } from './command.ts';

const names = { right: 'to the right', left: 'to the left', up: 'above', down: 'below' };
const keys = { right: 'mod+ArrowRight', left: 'mod+ArrowLeft', up: 'mod+ArrowUp', down: 'mod+ArrowDown' };

const connect = (side: Side): Command => ({
  id: `connect_${side.id}`,
  label: `Create connected shape ${names[side.id]}`,
  group: 'arrange',
  keys: [keys[side.id]],
  whileEmpty: true,
  enabled: (editor) => !editor.readOnly && editor.selection.length === 1 && isConnectable(editor, editor.selection[0]),
  run(editor) {
    const [id] = editor.selection;
    if (id !== undefined) connectNewShape(editor, id, side);
  },
});

export const connectCommands: readonly Command[] = sides.map(connect);
