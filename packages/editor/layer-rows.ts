import type { Shape, ShapeId } from '@autograph/document';
import { kindOf } from './describe-shape.ts';
import type { Editor } from './editor.ts';

/** One line of the layers panel. */
export interface LayerRow {
  readonly shape: Shape;
  readonly name: string;
  readonly depth: number;
  /** Whether it holds others, and whether they are shown. */
  readonly open: boolean | undefined;
  /** Its place among its siblings, from 1, the uppermost first. */
  readonly place: number;
  readonly siblings: number;
}

/** What a shape is called: as someone named it, else as it reads, else by what its kind says of it. */
export function layerName(editor: Editor, shape: Shape): string {
  const text = shape.name?.trim() || shape.text?.trim().split('\n')[0];
  const definition = editor.definition(shape.type);
  return text || definition?.spoken?.(shape) || kindOf(editor.scene, shape);
}

/** Everything on the board, uppermost first; what lies in closed containers is left out. */
export function layerRows(editor: Editor, opened: ReadonlySet<ShapeId>): LayerRow[] {
  const rows: LayerRow[] = [];
  const visit = (parent: ShapeId | null, depth: number) => {
    const children = editor.scene.children(parent);
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const shape = children[at];
      if (!shape) continue;
      const holds = editor.scene.children(shape.id).length > 0;
      const open = holds ? opened.has(shape.id) : undefined;
      rows.push({ shape, name: layerName(editor, shape), depth, open, place: children.length - at, siblings: children.length });
      if (open) visit(shape.id, depth + 1);
    }
  };
  visit(null, 0);
  return rows;
}

/** The layers whose name holds the words, uppermost first, without their nesting. */
export function searchLayers(editor: Editor, words: string): LayerRow[] {
  const wanted = words.trim().toLowerCase();
  const all = layerRows(editor, new Set(containers(editor)));
  const found = all.filter(({ name }) => name.toLowerCase().includes(wanted));
  return found.map((row, at) => ({ ...row, depth: 0, open: undefined, place: at + 1, siblings: found.length }));
}

function* containers(editor: Editor, parent: ShapeId | null = null): Iterable<ShapeId> {
  for (const { id } of editor.scene.children(parent)) {
    if (editor.scene.children(id).length === 0) continue;
    yield id;
    yield* containers(editor, id);
  }
}
