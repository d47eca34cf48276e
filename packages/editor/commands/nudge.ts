import { movable, moveShapes } from '../move-shapes.ts';
import { type Command, canEditSelection } from './command.ts';

const nudge = (direction: string, dx: number, dy: number, far: boolean): Command => ({
  id: `nudge_${direction.toLowerCase()}${far ? '_far' : ''}`,
  label: `Move ${direction.toLowerCase()} by ${far ? 10 : 1} px`,
  group: 'arrange',
  keys: [`${far ? 'shift+' : ''}Arrow${direction}`],
  enabled: canEditSelection,
  run: (editor) => moveShapes(editor, movable(editor, editor.selection), dx * (far ? 10 : 1), dy * (far ? 10 : 1)),
});

export const nudgeCommands: readonly Command[] = [false, true].flatMap((far) => [
  nudge('Left', -1, 0, far),
  nudge('Right', 1, 0, far),
  nudge('Up', 0, -1, far),
  nudge('Down', 0, 1, far),
]);
