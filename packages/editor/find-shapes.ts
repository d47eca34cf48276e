import type { ShapeId } from '@autograph/document';
import type { Editor } from './editor.ts';
import { isHidden } from './hit-test.ts';
import { inReadingOrder } from './reading-order.ts';

/** The shapes whose text, name or what their kind says of them holds the words, in reading order; upper and lower case are the same. */
export function findShapes(editor: Editor, words: string): ShapeId[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  const { scene } = editor;
  const found = scene.query({ x: -1e9, y: -1e9, w: 2e9, h: 2e9 }).filter((id) => {
    const shape = scene.get(id);
    const said = shape && [shape.text, shape.name, scene.definition(shape.type)?.spoken?.(shape)];
    return said?.some((text) => text?.toLowerCase().includes(wanted)) && !isHidden(scene, id);
  });
  return inReadingOrder(scene, found);
}
