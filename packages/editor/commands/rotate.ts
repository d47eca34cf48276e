import { boxCentre } from '@autograph/geometry';
import type { Editor } from '../editor.ts';
import { movable } from '../move-shapes.ts';
import { boundsOf } from '../selection.ts';
import { turned } from '../turn-shapes.ts';
import { type Command, canEditSelection } from './command.ts';

/** degrees a key press */
const turn = 15;

function rotateBy(editor: Editor, degrees: number): void {
  const ids = movable(editor, editor.selection);
  const box = boundsOf(editor.scene, ids);
  if (box) editor.updateShapes(turned(editor, ids, degrees, boxCentre(box)));
}

const rotation = (id: string, label: string, keys: readonly string[], degrees: number): Command => ({
  id,
  label,
  group: 'arrange',
  keys,
  enabled: canEditSelection,
  run: (editor) => rotateBy(editor, degrees),
});

/** Turning the selection about its middle. */
export const rotateCommands: readonly Command[] = [
  rotation('rotate_90', 'Rotate by 90°', [], 90),
  rotation('rotate_right', `Rotate right by ${turn}°`, ['alt+r'], turn),
  rotation('rotate_left', `Rotate left by ${turn}°`, ['alt+shift+r'], -turn),
];
