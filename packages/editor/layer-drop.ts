import type { ShapeId } from '@autograph/document';
import type { LayerPlace } from './arrange-layers.ts';
import type { Editor } from './editor.ts';
import type { LayerRow } from './layer-rows.ts';

/** Where something dragged over the list would go. */
export interface LayerDrop {
  readonly place: LayerPlace;
  /** The row that it would go into, or before which the line is drawn. */
  readonly at: number;
  readonly into: boolean;
  readonly depth: number;
}

/** What dropping at `y` (in rows from the top, such as 2.4) means: into the container there, or between two rows. */
export function layerDrop(editor: Editor, rows: readonly LayerRow[], y: number): LayerDrop | undefined {
  const at = Math.max(0, Math.min(rows.length - 1, Math.floor(y)));
  const row = rows[at];
  if (!row) return undefined;
  const { id } = row.shape;
  const share = y - at;
  const holds = editor.document.shapes.has(id) && editor.definition(row.shape.type)?.container === true;
  if (holds && share > 0.25 && share < 0.75) {
    return { place: { parent: id, over: topOf(editor, id) }, at, into: true, depth: row.depth + 1 };
  }
  const parent = editor.scene.parent(id);
  if (share < 0.5) return { place: { parent, over: id }, at, into: false, depth: row.depth };
  // Below an open container's own row is above all that it holds.
  if (row.open) return { place: { parent: id, over: topOf(editor, id) }, at: at + 1, into: false, depth: row.depth + 1 };
  return { place: { parent, over: below(editor, parent, id) }, at: at + 1, into: false, depth: row.depth };
}

function topOf(editor: Editor, parent: ShapeId): ShapeId | null {
  return editor.scene.children(parent).at(-1)?.id ?? null;
}

function below(editor: Editor, parent: ShapeId | null, id: ShapeId): ShapeId | null {
  const siblings = editor.scene.children(parent);
  return siblings[siblings.findIndex((shape) => shape.id === id) - 1]?.id ?? null;
}
