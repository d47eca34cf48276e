import { type Block, type CanvasData, compareOrder, type FileSnapshot, type Shape } from '@autograph/document';
import type { BlockDeriver } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import { arrange, createBlockDeriver } from '@autograph/languages';
import { createLayouter, type Layouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';

/** Turns code blocks into shapes, with the code that the browser runs. */
export interface Drafter {
  /** The shapes that a block shows, its container first. */
  derive(block: Block): readonly Shape[];
  /** The block with a place for everything its text names; what has one keeps it. */
  place(block: Block): Promise<Block>;
}

/** Makes a drafter; `measure` and `layouter` are the product's own unless given. */
export function createDrafter(measure: TextMeasurer = createTextMeasurer(), layouter: Layouter = createLayouter()): Drafter {
  const deriver: BlockDeriver = createBlockDeriver(measure);
  return {
    derive: (block) => deriver.derive(block).shapes,
    async place(block) {
      const found = await arrange(block, layouter, measure);
      return Object.keys(found).length === 0 ? block : { ...block, layout: { ...found, ...block.layout } };
    },
  };
}

/** Everything drawn on a file's canvas, in paint order, the shapes of code blocks among the drawn ones. */
export function drawnCanvas(file: FileSnapshot, derive: (block: Block) => readonly Shape[]): CanvasData {
  const children = new Map<string, Shape[]>();
  const ids = new Set(file.shapes.map((shape) => shape.id));
  const groups: { readonly id: string; readonly index: string; readonly shapes: readonly Shape[] }[] = [];
  for (const shape of file.shapes) {
    if (shape.parent_id === null || !ids.has(shape.parent_id)) groups.push({ id: shape.id, index: shape.index, shapes: [shape] });
    else children.set(shape.parent_id, [...(children.get(shape.parent_id) ?? []), shape]);
  }
  for (const block of file.blocks) groups.push({ id: block.id, index: block.index, shapes: derive(block) });
  const shapes: Shape[] = [];
  const visit = (shape: Shape) => {
    shapes.push(shape);
    for (const child of children.get(shape.id) ?? []) visit(child);
  };
  for (const group of groups.sort(compareOrder)) group.shapes.forEach(visit);
  return { shapes, blocks: file.blocks, board: file.board };
}
