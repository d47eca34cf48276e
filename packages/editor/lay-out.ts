import type { Arrangement, Block, BlockId, ShapeId } from '@autograph/document';
import { boundTo, isConnector } from './arrow-bindings.ts';
import type { Editor } from './editor.ts';
import { movable, moveShapes } from './move-shapes.ts';

/** How often a diagram that others go on changing is laid out again. */
const attempts = 4;

/** The diagrams with a layout that the selection is, or is a part of. */
export function laidOutBlocks({ scene, document, selection }: Editor): readonly BlockId[] {
  const found = new Set(selection.map((id) => scene.get(id)?.origin?.block_id ?? id));
  return [...found].filter((id) => document.blocks.has(id) && scene.derivation(id)?.layout);
}

/** Says to the person why a layout was given up. */
export const tellWhyNot = (editor: Editor) => (error: unknown) => editor.notify(error instanceof Error ? error.message : String(error));

/** Lays a diagram out anew, in another way when one is given: what is pinned stays. One undo takes it back. */
export async function layOutDiagram(editor: Editor, id: BlockId, choice: Pick<Block, 'arrangement' | 'lines'> = {}): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = editor.document.blocks.get(id);
    const after = before && (await editor.arranger?.arrange({ ...before, ...choice }));
    if (!after || editor.storeLaidOut(before, after)) return;
  }
  editor.notify('The diagram goes on changing: lay it out when nobody types in it.');
}

/** Drawn shapes of the selection that can be laid out, at least two, with the lines between them. */
export function drawnThings(editor: Editor) {
  const { scene, document } = editor;
  const things = movable(editor, editor.selection).filter((id) => {
    const shape = document.shapes.get(id);
    return shape && !isConnector(shape);
  });
  const holders = new Map(things.flatMap((id) => [id, ...scene.descendants(id).map((shape) => shape.id)].map((inner) => [inner, id])));
  const edges = [...new Set(things.flatMap((id) => [...scene.arrowsAt(id)]))].flatMap((id) => {
    const shape = scene.get(id);
    const [from, to] = [shape?.start?.shape_id, shape?.end?.shape_id].map((end) => holders.get(end ?? ''));
    return shape && boundTo(shape).length === 2 && from && to && from !== to ? [{ id, from, to }] : [];
  });
  return things.length < 2 ? { things: [], edges: [] } : { things, edges };
}

/** Lays the drawn shapes of the selection out, about where they are. One undo takes it back. */
export async function layOutDrawing(editor: Editor, arrangement: Arrangement): Promise<void> {
  const { things, edges } = drawnThings(editor);
  const boxes = new Map(things.flatMap((id) => [[id, editor.scene.pageBounds(id)] as const]));
  const nodes = things.flatMap((id) => {
    const box = boxes.get(id);
    return box ? [{ id, w: box.w, h: box.h }] : [];
  });
  const places = await editor.arranger?.place({ nodes, edges }, arrangement);
  if (!places || editor.readOnly) return;
  const corner = (axis: 'x' | 'y') => Math.min(...things.map((id) => boxes.get(id)?.[axis] ?? 0));
  const [left, top] = [corner('x'), corner('y')];
  editor.transact(() => {
    for (const id of things) {
      const [now, to] = [editor.scene.pageBounds(id), places.get(id)];
      if (now && to) moveShapes(editor, [id], Math.round(left + to.x - now.x), Math.round(top + to.y - now.y));
    }
    // Way points lead where the shapes were.
    const bent = edges.filter(({ id }) => editor.document.shapes.get(id)?.points);
    editor.updateShapes(bent.map(({ id }) => ({ id, change: { points: null } })));
  });
}

/** Nodes and groups of diagrams in the selection, with all that is in them, that a layout places. */
export function placedThings({ scene, document, selection }: Editor): readonly { readonly block: BlockId; readonly node: string }[] {
  const all = new Set(selection.flatMap((id) => [id, ...scene.descendants(id).map((shape) => shape.id)]));
  return [...all].flatMap((id) => {
    const shape = scene.get(id);
    const { block_id: block, node_id: node } = shape?.origin ?? {};
    if (!shape || block === undefined || node === undefined || isConnector(shape) || !scene.derivation(block)?.layout) return [];
    return document.blocks.get(block)?.layout[node] ? [{ block, node }] : [];
  });
}

/** Whether a layout leaves the shape where it is. */
export function isPinned({ scene, document }: Editor, id: ShapeId): boolean {
  const { block_id = '', node_id = '' } = scene.get(id)?.origin ?? {};
  return document.blocks.get(block_id)?.layout[node_id]?.pinned === true && scene.derivation(block_id)?.layout !== undefined;
}
