import type { Placement, ShapeId } from '@autograph/document';
import { unionBoxes } from '@autograph/geometry';
import { clipOf, placeClip } from '../clipboard.ts';
import { drawingOf } from '../drawing-of.ts';
import type { Editor } from '../editor.ts';
import { reparent } from '../reparent.ts';
import { type Command, canEditSelection } from './command.ts';

/** Room for the frame around a diagram, px. */
const margin = 24;

/** Turns drawn boxes and the lines between them into a diagram as code that stands where they stood. */
export const toCode: Command = {
  id: 'to_code',
  label: 'Turn into a diagram as code',
  group: 'edit',
  keys: [],
  enabled: (editor) => canEditSelection(editor) && drawingOf(editor, editor.selection).nodes.length > 0,
  run(editor) {
    const drawing = drawingOf(editor, editor.selection);
    const diagram = editor.written(drawing);
    const box = unionBoxes([...drawing.nodes, ...drawing.groups].map((drawn) => drawn.box));
    if (!diagram || !box) return;
    const { language, source, ids } = diagram;
    const [x, y] = [Math.round(box.x - margin), Math.round(box.y - margin)];
    const layout: Record<string, Placement> = {};
    for (const { id, box: at } of [...drawing.groups, ...drawing.nodes]) {
      const name = ids.get(id);
      if (name !== undefined) layout[name] = { x: at.x - x, y: at.y - y, w: at.w, h: at.h, pinned: true };
    }
    editor.transact(() => {
      const block = editor.createBlock({ language, source, x, y, layout });
      if (block === undefined) return;
      const gone = [...drawing.nodes, ...drawing.groups, ...drawing.edges].map(({ id }) => id);
      follow(editor, new Map([...ids].map(([id, name]) => [id, `${block}/${name}`])), new Set(gone));
      free(editor, new Set(gone));
      editor.deleteShapes(gone);
      editor.select([block]);
    });
  },
};

/** Lines that stay, and ended at what becomes code, end there still. */
function follow(editor: Editor, places: ReadonlyMap<ShapeId, ShapeId>, gone: ReadonlySet<ShapeId>): void {
  const ending = [...places.keys()].flatMap((id) => [...editor.scene.arrowsAt(id)]);
  const lines = new Set(ending.filter((id) => !gone.has(id) && editor.document.shapes.has(id)));
  editor.updateShapes(
    [...lines].flatMap((id) => {
      const { start, end } = editor.document.shapes.get(id) ?? {};
      const [from, to] = [places.get(start?.shape_id ?? ''), places.get(end?.shape_id ?? '')];
      return [{ id, change: { ...(from && { start: { ...start, shape_id: from } }), ...(to && { end: { ...end, shape_id: to } }) } }];
    }),
  );
}

/** What lies in a frame that becomes code, and cannot become code itself, stays on the page. */
function free(editor: Editor, gone: ReadonlySet<ShapeId>): void {
  const left = [...gone].flatMap((id) => editor.scene.children(id).map((shape) => shape.id)).filter((id) => !gone.has(id));
  if (left.length > 0) reparent(editor, left, null);
}

/** Turns diagrams as code into drawn shapes that look the same and follow no text any more. */
export const toShapes: Command = {
  id: 'to_shapes',
  label: 'Turn into free shapes',
  group: 'edit',
  keys: [],
  enabled: (editor) =>
    canEditSelection(editor) && blocksOf(editor).length > 0 && blocksOf(editor).every((block) => !editor.derivation(block)?.pending),
  run(editor) {
    editor.transact(() => {
      const freed = blocksOf(editor).flatMap((block) => {
        const contents = editor.scene.children(block).map(({ id }) => id);
        const clip = clipOf(editor, contents, { code: false });
        const shapes = placeClip(editor, clip, { x: 0, y: 0 });
        // A file that has no room for the shapes keeps the diagram.
        if (shapes.length > 0 || contents.length === 0) editor.deleteShapes([block]);
        return shapes;
      });
      if (freed.length > 0) editor.select(freed);
    });
  },
};

/** The diagrams that the selection is, or is a part of. */
function blocksOf(editor: Editor): readonly ShapeId[] {
  const found = editor.selection.map((id) => editor.scene.get(id)?.origin?.block_id ?? id);
  return [...new Set(found)].filter((id) => editor.document.blocks.has(id));
}
