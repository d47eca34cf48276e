import type { Guide } from '@autograph/document';
import { boxCentre } from '@autograph/geometry';
import { visibleBox } from '../camera.ts';
import type { Editor } from '../editor.ts';
import { putGuide } from '../guides.ts';
import { boundsOf } from '../selection.ts';
import type { Command } from './command.ts';

/** Through the middle of the selection, or of the view; the arrow keys move it from there. */
const add = (axis: Guide['axis'], id: string, label: string): Command => ({
  id,
  label,
  group: 'view',
  keys: [],
  enabled: (editor) => !editor.readOnly,
  run(editor) {
    const at = Math.round(boxCentre(boundsOf(editor.scene, editor.selection) ?? visibleBox(editor.camera, editor.viewport))[axis]);
    const guide = { id: editor.createId('gd'), axis, at };
    putGuide(editor, guide);
    editor.focusGuide(guide.id);
  },
});

/** The upright ones from left to right, then the level ones from top to bottom. */
function inOrder(editor: Editor): readonly Guide[] {
  return [...(editor.board.guides ?? [])].sort((a, b) => a.axis.localeCompare(b.axis) || a.at - b.at);
}

const pickGuide: Command = {
  id: 'pick_guide',
  label: 'Go to the next guide',
  group: 'view',
  keys: ['alt+g'],
  enabled: (editor) => (editor.board.guides ?? []).length > 0,
  run(editor) {
    const guides = inOrder(editor);
    const guide = guides[(guides.findIndex(({ id }) => id === editor.focusedGuide) + 1) % guides.length];
    if (!guide) return;
    editor.focusGuide(guide.id);
    const middle = boxCentre(visibleBox(editor.camera, editor.viewport));
    editor.reveal({ ...middle, w: 0, h: 0, [guide.axis]: guide.at });
  },
};

const removeGuides: Command = {
  id: 'remove_guides',
  label: 'Remove all guides',
  group: 'view',
  keys: [],
  enabled: (editor) => !editor.readOnly && (editor.board.guides ?? []).length > 0,
  run: (editor) => editor.changeBoard({ guides: null }),
};

/** Guides by keys and menus; one that is picked is moved and deleted by the keys that do so to shapes. */
export const guideCommands: readonly Command[] = [
  add('x', 'add_upright_guide', 'Add an upright guide'),
  add('y', 'add_level_guide', 'Add a level guide'),
  pickGuide,
  removeGuides,
];
