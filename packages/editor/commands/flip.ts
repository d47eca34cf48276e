import { boxCentre } from '@autograph/geometry';
import { flipped, type Mirror } from '../flip-shapes.ts';
import { movable } from '../move-shapes.ts';
import { boundsOf } from '../selection.ts';
import { turned } from '../turn-shapes.ts';
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

const rotateRight: Command = {
  id: 'rotate_90',
  label: 'Rotate by 90°',
  group: 'arrange',
  keys: [],
  enabled: canEditSelection,
  run(editor) {
    const ids = movable(editor, editor.selection);
    const box = boundsOf(editor.scene, ids);
    if (box) editor.updateShapes(turned(editor, ids, 90, boxCentre(box)));
  },
};

export const flipCommands: readonly Command[] = [
  flip('horizontal', 'Flip horizontally', 'shift+h'),
  flip('vertical', 'Flip vertically', 'shift+j'),
  rotateRight,
];
