import type { Guide } from '@autograph/document';
import { reorderInCode } from '../code-structure.ts';
import type { Editor } from '../editor.ts';
import { putGuide } from '../guides.ts';
import { edgeOfCode, movable, moveShapes } from '../move-shapes.ts';
import { leaveFrames } from '../reparent.ts';
import { type Command, canEditSelection } from './command.ts';

const nudge = (direction: string, dx: number, dy: number, far: boolean): Command => ({
  id: `nudge_${direction.toLowerCase()}${far ? '_far' : ''}`,
  label: `Move ${direction.toLowerCase()} by ${far ? 10 : 1} px`,
  group: 'arrange',
  keys: [`${far ? 'shift+' : ''}Arrow${direction}`],
  enabled: (editor) => canEditSelection(editor) || (focused(editor) !== undefined && !editor.readOnly),
  run: (editor) => move(editor, dx * (far ? 10 : 1), dy * (far ? 10 : 1)),
});

/** The guide that is picked. */
function focused({ board, focusedGuide }: Editor): Guide | undefined {
  return board.guides?.find(({ id }) => id === focusedGuide);
}

/** An arrow of a diagram as code goes by places, not by px. */
function move(editor: Editor, dx: number, dy: number): void {
  const guide = focused(editor);
  if (guide) {
    const by = guide.axis === 'x' ? dx : dy;
    if (by !== 0) putGuide(editor, { ...guide, at: guide.at + by });
    return;
  }
  const edge = edgeOfCode(editor, editor.selection);
  if (edge !== undefined) {
    reorderInCode(editor, edge, Math.sign(dx + dy));
    return;
  }
  const ids = movable(editor, editor.selection);
  editor.transact(() => {
    moveShapes(editor, ids, dx, dy);
    leaveFrames(editor, ids);
  });
}

export const nudgeCommands: readonly Command[] = [false, true].flatMap((far) => [
  nudge('Left', -1, 0, far),
  nudge('Right', 1, 0, far),
  nudge('Up', 0, -1, far),
  nudge('Down', 0, 1, far),
]);
