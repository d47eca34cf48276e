import { type Block, keysBetween, type Shape } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { Box, TextMeasurer } from '@autograph/geometry';
import { connector, derivedBase, placeIn } from '../connector.ts';
import type { Range } from '../mermaid/cursor.ts';
import { layoutBlocks } from './layout.ts';
import { allBlocks, type BlockModel, type BlockNode } from './model.ts';
import { arrowLook, blockText, edgeLook, nodeLook, styleOf } from './view.ts';

/** Blocks in their cells, those with others in them as frames, and edges. */
export function deriveBlocks(model: BlockModel, block: Block, measure: TextMeasurer): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const boxes = layoutBlocks(model, block.layout, measure);
  const shapes = [...shapesOf(model, model.children, undefined, block, boxes), ...edgeShapes(model, block, boxes)];
  const keys = keysBetween(null, null, shapes.length);
  return {
    shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })),
    unplaced: [],
    ranges: new Map<string, Range>([
      ...allBlocks(model.children).map(({ nodeId, range }) => [nodeId, range] as const),
      ...model.edges.map(({ id, range }) => [edgeNode(id), range] as const),
    ]),
  };
}

function shapesOf(
  model: BlockModel,
  children: readonly BlockNode[],
  holder: string | undefined,
  block: Block,
  boxes: ReadonlyMap<string, Box>,
): readonly Omit<Shape, 'index'>[] {
  return children.flatMap((child) => {
    const box = boxes.get(child.nodeId);
    if (!box) return [];
    const place = { ...derivedBase(block, child.nodeId), ...placeIn(block, box, holder, boxes) };
    if (child.children.length > 0) {
      const frame = {
        type: 'frame',
        text: blockText(child).replace(/\s+/g, ' '),
        stroke: 'grey' as const,
        ...styleOf(child, model),
        ...place,
      };
      return [frame, ...shapesOf(model, child.children, child.nodeId, block, boxes)];
    }
    if (child.type === 'block_arrow') return [{ ...arrowLook(child, model), ...place, type: 'block-arrow' }];
    return [{ ...nodeLook(child, model), ...place, type: 'node' }];
  });
}

/** What the canvas calls an edge: blocks may have any name. */
export function edgeNode(id: string): string {
  return `edge:${id}`;
}

function edgeShapes(model: BlockModel, block: Block, boxes: ReadonlyMap<string, Box>): readonly Omit<Shape, 'index'>[] {
  const bare = { ...block, layout: {} };
  return model.edges.flatMap((edge) =>
    connector({ id: edgeNode(edge.id), from: edge.from, to: edge.to, look: edgeLook(edge) }, bare, boxes),
  );
}
