import type { Block } from '@autograph/document';
import { type Box, type TextMeasurer, unionBoxes } from '@autograph/geometry';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { containerPadding } from '../container.ts';
import { labelText } from '../mermaid/label.ts';
import type { BlockModel, BlockNode } from './model.ts';
import { blockText, keepsSize, ownSize } from './view.ts';

/** Clear space between cells, px: more for lines between them, and around the captions of these. */
const bare = 16;
const forLines = 36;
const aroundCaption = 24;
const mostForCaption = 140;
/** Height of a row without anything in it, px. */
const least = 32;
/** An arrow is no thicker than this, or than its words ask for, px. */
const thickest = { w: 140, h: 72 };
/** Space between a block's border and what is in it, px; more above, for a title. */
const inset = { side: 16, top: 16, titled: 40 };

interface Size {
  readonly w: number;
  readonly h: number;
}

interface Cell {
  readonly block: BlockNode;
  readonly row: number;
  readonly column: number;
  readonly span: number;
}

/** Where each block lies in its rows and columns: one that does not fit into the rest of a row begins there and is cut. */
function cellsOf(children: readonly BlockNode[], columns: number | undefined): readonly Cell[] {
  let at = 0;
  return children.map((block) => {
    const column = columns === undefined ? at : at % columns;
    const row = columns === undefined ? 0 : Math.floor(at / columns);
    const span = Math.max(1, columns === undefined ? block.width : Math.min(block.width, columns - column));
    at += span;
    return { block, row, column, span };
  });
}

/** Boxes of all blocks in the block's coordinates, by what the canvas calls them: in cells of the same width, rows as high as what is in them. A block that a person placed stays there, with what is in it. */
export function layoutBlocks(model: BlockModel, placed: Block['layout'], measure: TextMeasurer): ReadonlyMap<string, Box> {
  const sizes = new Map<BlockNode, Size>();
  const grids = new Map<readonly BlockNode[], { readonly cell: number; readonly rows: readonly number[]; readonly columns: number }>();

  const gap = gapsOf(model, measure);
  const gridOf = (children: readonly BlockNode[], columns: number | undefined) => {
    const cells = cellsOf(children, columns);
    let cell = 0;
    const rows: number[] = [];
    for (const { block, row, span } of cells) {
      const { w, h } = sizeOf(block);
      cell = Math.max(cell, (w - (span - 1) * gap.across) / span);
      rows[row] = Math.max(rows[row] ?? 0, h);
    }
    const most = cells.reduce((count, { column, span }) => Math.max(count, column + span), 1);
    const grid = { cell, rows, columns: most };
    grids.set(children, grid);
    return grid;
  };

  const sizeOf = (block: BlockNode): Size => {
    const known = sizes.get(block);
    if (known) return known;
    const size = block.type === 'space' ? { w: 0, h: least } : block.children.length > 0 ? outer(block) : ownSize(block, model, measure);
    sizes.set(block, size);
    return size;
  };

  const outer = (block: BlockNode): Size => {
    const { cell, rows, columns } = gridOf(block.children, block.columns);
    const w = columns * cell + (columns - 1) * gap.across + 2 * inset.side;
    return { w, h: rows.reduce((sum, row) => sum + row + gap.down, -gap.down) + top(block) + inset.side };
  };

  const boxes = new Map<string, Box>();
  const put = (children: readonly BlockNode[], columns: number | undefined, box: Box) => {
    const grid = grids.get(children) ?? gridOf(children, columns);
    const cell = Math.max(grid.cell, (box.w - (grid.columns - 1) * gap.across) / grid.columns);
    const spare = Math.max(0, box.h - grid.rows.reduce((sum, row) => sum + row + gap.down, -gap.down)) / Math.max(1, grid.rows.length);
    const tops: number[] = [];
    let y = box.y;
    for (const row of grid.rows) {
      tops.push(y);
      y += row + spare + gap.down;
    }
    for (const { block, row, column, span } of cellsOf(children, columns)) {
      if (block.type === 'space') continue;
      const room = {
        x: box.x + column * (cell + gap.across),
        y: tops[row] ?? y,
        w: span * cell + (span - 1) * gap.across,
        h: (grid.rows[row] ?? 0) + spare,
      };
      const own = sizeOf(block);
      const size = block.children.length > 0 ? room : sizeIn(room, own, block);
      const pin = placed[block.nodeId];
      const found = { x: room.x + (room.w - size.w) / 2, y: room.y + (room.h - size.h) / 2, w: size.w, h: size.h };
      const at = pin?.pinned ? { ...found, x: pin.x, y: pin.y, ...(pin.w && { w: pin.w }), ...(pin.h && { h: pin.h }) } : rounded(found);
      if (block.children.length > 0) {
        const above = top(block);
        put(block.children, block.columns, {
          x: at.x + inset.side,
          y: at.y + above,
          w: at.w - 2 * inset.side,
          h: at.h - above - inset.side,
        });
        const inside = unionBoxes(block.children.flatMap(({ nodeId }) => boxes.get(nodeId) ?? []));
        boxes.set(block.nodeId, inside ? (unionBoxes([at, around(inside, above)]) ?? at) : at);
      } else boxes.set(block.nodeId, at);
    }
  };
  const grid = gridOf(model.children, model.columns);
  const w = grid.columns * grid.cell + (grid.columns - 1) * gap.across;
  put(model.children, model.columns, { x: containerPadding, y: containerPadding, w, h: 0 });
  return boxes;
}

/** Space between columns and between rows, px. */
function gapsOf({ edges }: BlockModel, measure: TextMeasurer): { readonly across: number; readonly down: number } {
  if (edges.length === 0) return { across: bare, down: bare };
  const captions = edges.map(({ label }) => connectorLabelExtent({ text: labelText(label) }, measure)).filter(({ w }) => w > 0);
  return {
    across: Math.min(mostForCaption, Math.max(forLines, ...captions.map(({ w }) => w + aroundCaption))),
    down: Math.max(forLines, ...captions.map(({ h }) => h + aroundCaption)),
  };
}

/** How much of its cell a block fills. */
function sizeIn(room: Size, own: Size, block: BlockNode): Size {
  if (keepsSize(block)) return own;
  if (block.type !== 'block_arrow') return room;
  const is = (...sides: readonly string[]) => block.directions.some((side) => sides.includes(side));
  const w = is('left', 'right', 'x') ? room.w : Math.min(room.w, Math.max(own.w, thickest.w));
  return { w, h: is('up', 'down', 'y') ? room.h : Math.min(room.h, Math.max(own.h, thickest.h)) };
}

function top(block: BlockNode): number {
  return blockText(block) ? inset.titled : inset.top;
}

function around({ x, y, w, h }: Box, above: number): Box {
  return { x: x - inset.side, y: y - above, w: w + 2 * inset.side, h: h + above + inset.side };
}

function rounded({ x, y, w, h }: Box): Box {
  return { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) };
}
