import type { Shape, ShapeId } from '@autograph/document';
import { boundTo } from '../arrow-bindings.ts';
import type { Editor } from '../editor.ts';
import { isHidden } from '../hit-test.ts';
import { clickTarget } from '../selection.ts';
import type { Command } from './command.ts';

const command = (id: string, label: string, key: string, run: (editor: Editor) => readonly ShapeId[]): Command => ({
  id,
  label,
  group: 'select',
  keys: [key],
  enabled: (editor) => editor.selection.length > 0,
  run: (editor) => editor.select(run(editor)),
});

/** All that a click could select now: nothing hidden, locked, or inside a group that is not entered. */
function selectable(editor: Editor): Shape[] {
  const { scene } = editor;
  return scene
    .children(null)
    .flatMap((shape) => [shape, ...scene.descendants(shape.id)])
    .filter((shape) => !shape.locked && clickTarget(scene, shape.id, editor.entered) === shape.id && !isHidden(scene, shape.id));
}

function sameKind(editor: Editor): ShapeId[] {
  const kinds = new Set(editor.selection.map((id) => editor.scene.get(id)?.type));
  return selectable(editor).flatMap((shape) => (kinds.has(shape.type) ? [shape.id] : []));
}

function others(editor: Editor): ShapeId[] {
  const selected = new Set(editor.selection);
  const siblings = editor.scene.children(editor.entered);
  return siblings.filter((shape) => !selected.has(shape.id) && !shape.locked && !shape.hidden).map(({ id }) => id);
}

/** The selection and all that arrows join with it, however far, with those arrows. */
function connected(editor: Editor): ShapeId[] {
  const { scene } = editor;
  const found = new Set(editor.selection);
  for (const id of found) {
    const shape = scene.get(id);
    for (const next of [...scene.arrowsAt(id), ...(shape ? boundTo(shape) : [])]) if (!isHidden(scene, next)) found.add(next);
  }
  return [...found];
}

export const selectByCommands: readonly Command[] = [
  command('select_same', 'Select all of the same kind', 'mod+alt+a', sameKind),
  command('invert_selection', 'Invert the selection', 'mod+shift+i', others),
  command('select_connected', 'Select all that is connected', 'alt+c', connected),
];
