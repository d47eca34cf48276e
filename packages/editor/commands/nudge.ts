import { reorderInCode } from '../code-structure.ts';
import type { Editor } from '../editor.ts';
import { edgeOfCode, movable, moveShapes } from '../move-shapes.ts';
import { type Command, canEditSelection } from './command.ts';

const nudge = (direction: string, dx: number, dy: number, far: boolean): Command => ({
  id: `nudge_${direction.toLowerCase()}${far ? '_far' : ''}`,
  label: `Move ${direction.toLowerCase()} by ${far ? 10 : 1} px`,
  group: 'arrange',
  keys: [`${far ? 'shift+' : ''}Arrow${direction}`],
  enabled: canEditSelection,
  run: (editor) => move(editor, dx * (far ? 10 : 1), dy * (far ? 10 : 1)),
});

/** An arrow of a diagram as code goes by places, not by px. */
function move(editor: Editor, dx: number, dy: number): void {
  const edge = edgeOfCode(editor, editor.selection);
  if (edge === undefined) moveShapes(editor, movable(editor, editor.selection), dx, dy);
  else reorderInCode(editor, edge, Math.sign(dx + dy));
}

export const nudgeCommands: readonly Command[] = [false, true].flatMap((far) => [
  nudge('Left', -1, 0, far),
  nudge('Right', 1, 0, far),
  nudge('Up', 0, -1, far),
  nudge('Down', 0, 1, far),
]);
