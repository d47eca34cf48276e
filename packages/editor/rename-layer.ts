import type { ShapeId } from '@autograph/document';
import type { Editor } from './editor.ts';
import { layerName } from './layer-rows.ts';

/** Names a shape as its layer is called from now on; what code draws is called by the first line of its text. The shown name again changes nothing. */
export function renameLayer(editor: Editor, id: ShapeId, name: string): void {
  const shape = editor.scene.get(id);
  const next = name.trim();
  if (!shape || next === layerName(editor, shape)) return;
  if (editor.document.shapes.has(id)) editor.updateShapes([{ id, change: { name: next || null } }]);
  else if (next) editor.updateShapes([{ id, change: { text: withFirstLine(shape.text ?? '', next) } }]);
}

/** The text with another line in place of the first that says something. */
function withFirstLine(text: string, line: string): string {
  const [, ...rest] = text.trim().split('\n');
  return [line, ...rest].join('\n');
}
