import { boxCentre, type Vec } from '@autograph/geometry';
import type { Editor } from '../editor.ts';
import { freePlace } from '../free-place.ts';
import type { InputEvent } from '../input.ts';
import type { ShapeDefinition } from '../shape-definition.ts';
import type { Command } from './command.ts';

/** Space to what is there already, px: enough for a connection. */
const gap = 80;
/** Length of a line drawn by key, px. */
const reach = 160;

/** The kind that the picked tool draws, when keys alone can draw it. */
function drawn(editor: Editor): ShapeDefinition | undefined {
  const definition = editor.definition(editor.tool);
  return definition?.tool && definition.tool.gesture !== 'freehand' ? definition : undefined;
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
    const { w = 0, h = 0 } = line ? { w: reach, h: 20 } : definition.defaults;
    const at = boxCentre(freePlace(editor, { w, h, gap }));
    press(editor, 'pointer_down', line ? { x: at.x - reach / 2, y: at.y } : at);
    if (line) press(editor, 'pointer_move', { x: at.x + reach / 2, y: at.y });
    press(editor, 'pointer_up', line ? { x: at.x + reach / 2, y: at.y } : at);
  },
};
