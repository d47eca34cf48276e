import { flipped, type Mirror } from '../flip-shapes.ts';
import { movable } from '../move-shapes.ts';
import { boundsOf } from '../selection.ts';
import { type Command, canEditSelection } from './command.ts';

const flip = (mirror: Mirror, label: string, key: string): Command => ({
  id: `flip_${mirror}`,
  label,
  group: 'arrange',
  keys: [key],
  enabled: canEditSelection,
  run(editor) {
    const ids = movable(editor, editor.selection);
    const box = boundsOf(editor.scene, ids);
    if (box) editor.updateShapes(flipped(editor, ids, box, mirror));
  },
});

export const flipCommands: readonly Command[] = [
  flip('horizontal', 'Flip horizontally', 'shift+h'),
  flip('vertical', 'Flip vertically', 'shift+j'),
];
