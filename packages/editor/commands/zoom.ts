import type { Editor } from '../editor.ts';
import type { Command } from './command.ts';

const view = (id: string, label: string, keys: readonly string[], run: (editor: Editor) => void): Command => ({
  id,
  label,
  group: 'view',
  keys,
  enabled: () => true,
  run,
});

export const zoomCommands: readonly Command[] = [
  view('zoom_in', 'Zoom in', ['mod+=', 'mod++'], (editor) => editor.zoomTo(editor.camera.zoom * 1.25)),
  view('zoom_out', 'Zoom out', ['mod+-'], (editor) => editor.zoomTo(editor.camera.zoom / 1.25)),
  view('zoom_reset', 'Zoom to 100%', ['mod+0', 'shift+0'], (editor) => editor.zoomReset()),
  view('zoom_fit', 'Zoom to fit', ['shift+1', 'mod+1'], (editor) => editor.zoomToFit()),
  {
    ...view('zoom_selection', 'Zoom to selection', ['shift+2', 'mod+2'], (editor) => editor.zoomToSelection()),
    enabled: (editor) => editor.selection.length > 0,
  },
];
