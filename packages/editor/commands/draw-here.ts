import { boxContains, boxesIntersect, type Vec } from '@autograph/geometry';
import type { Editor } from '../editor.ts';
import type { InputEvent } from '../input.ts';
import { boundsOf } from '../selection.ts';
import type { ShapeDefinition } from '../shape-definition.ts';
import type { Command } from './command.ts';

/** Space to what is there already, px. */
const gap = 80;
/** Length of a line drawn by key, px. */
const reach = 160;

/** The kind that the picked tool draws, when keys alone can draw it. */
function drawn(editor: Editor): ShapeDefinition | undefined {
  const definition = editor.definition(editor.tool);
  return definition?.tool && definition.tool.gesture !== 'freehand' ? definition : undefined;
}

/** Beside the selection where that is in view, else the middle of the view; further right while something is there. */
function placeFor(editor: Editor, { w = 0, h = 0 }: { readonly w?: number | undefined; readonly h?: number | undefined }): Vec {
  const around = boundsOf(editor.scene, editor.selection);
  const { visible } = editor;
  const beside = around && { x: around.x + around.w + gap + w / 2, y: around.y + around.h / 2 };
  const start = beside && boxContains(visible, beside) ? beside : { x: visible.x + visible.w / 2, y: visible.y + visible.h / 2 };
  for (let tries = 0; tries < 20; tries++) {
    const at = { x: start.x + tries * (w + gap), y: start.y };
    const box = { x: at.x - w / 2, y: at.y - h / 2, w, h };
    const taken = editor.scene.query(box).some((id) => {
      const bounds = editor.scene.pageBounds(id);
      return bounds && boxesIntersect(bounds, box) && !editor.definition(editor.scene.get(id)?.type ?? '')?.container;
    });
    if (!taken) return at;
  }
  return start;
}

function press(editor: Editor, kind: 'pointer_down' | 'pointer_move' | 'pointer_up', page: Vec): void {
  const event: InputEvent = {
    kind,
    at: editor.toView(page),
    pointer_id: -1,
    pointer_type: 'mouse',
    button: 0,
    pressure: 0.5,
    modifiers: { shift: false, alt: false, mod: true },
  };
  editor.input(event);
}

/** Draws with the picked tool as a click would, or for a line a drag, without a pointer. */
export const drawHere: Command = {
  id: 'draw_here',
  label: 'Draw with the picked tool',
  group: 'tools',
  keys: ['Enter'],
  enabled: (editor) => !editor.readOnly && drawn(editor) !== undefined,
  run(editor) {
    const definition = drawn(editor);
    if (!definition) return;
    if (definition.tool?.gesture === 'line' && editor.run('connect')) return;
    const line = definition.tool?.gesture === 'line';
    const at = placeFor(editor, line ? { w: reach, h: 20 } : definition.defaults);
    press(editor, 'pointer_down', line ? { x: at.x - reach / 2, y: at.y } : at);
    if (line) press(editor, 'pointer_move', { x: at.x + reach / 2, y: at.y });
    press(editor, 'pointer_up', line ? { x: at.x + reach / 2, y: at.y } : at);
  },
};
