import type { EditorOptions } from '../board-model.ts';
import { DocumentStore } from '../document-store.ts';
import { drawScene } from '../draw-scene.ts';
import { Editor } from '../editor.ts';
import { isHidden } from '../hit-test.ts';

/** All that is derived of a board, as plain data: what lies in what, in which order, where, and how it is drawn. */
export function sceneForm({ scene, drawContext }: Editor): unknown {
  const shapes = scene.descendants(null).map((shape) => ({
    shape,
    parent: scene.parent(shape.id),
    bounds: scene.pageBounds(shape.id),
    paint: scene.paintBounds(shape.id),
    outline: scene.pageOutline(shape.id),
    lane: scene.lane(shape.id),
    arrows: [...scene.arrowsAt(shape.id)].sort(),
    hidden: isHidden(scene, shape.id),
  }));
  return { shapes, order: scene.inPaintOrder(shapes.map(({ shape }) => shape.id)), drawing: drawScene(scene, drawContext) };
}

/** An editor that opens what another one has stored, and knows nothing of how it came about. */
export function reopened(editor: Editor, options: Omit<EditorOptions, 'document'>): Editor {
  const document = new DocumentStore();
  document.apply({ shapes: editor.document.shapes, blocks: editor.document.blocks, board: editor.document.board }, 'remote');
  return new Editor({ ...options, document });
}

/** Where two values differ by more than the dust of calculating in another order; the first few places. */
export function differences(a: unknown, b: unknown, path = ''): string[] {
  if (Object.is(a, b)) return [];
  if (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a))) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [`${path}: ${short(a)} / ${short(b)}`];
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return [`${path}: ${a.length} / ${b.length} parts`];
  const [one, other] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))];
  const found: string[] = [];
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    found.push(...differences(one.get(key), other.get(key), `${path}.${key}`));
    if (found.length > 4) break;
  }
  return found;
}

function short(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 60) ?? 'undefined';
}
