import { keysBetween, type Shape } from '@autograph/document';
import { translation } from '@autograph/editor';
import { type Box, expandBox, rotatedBounds, unionBoxes } from '@autograph/geometry';
import type { ForeignBoard } from './file-format.ts';

export interface ForeignPage {
  readonly name: string;
  readonly board: ForeignBoard;
}

/** Space around a page's shapes, and between pages, px. */
const margin = 40;
const gap = 120;

/** One board of a file's pages: a single page as it is, several side by side, each in a container of the given kind under its name. */
export function joinPages(pages: readonly ForeignPage[], container: string): ForeignBoard {
  const [only] = pages;
  if (only && pages.length === 1) return only.board;
  const keys = keysBetween(null, null, Math.max(1, pages.length));
  let left = 0;
  const shapes = pages.flatMap(({ name, board }, at): Shape[] => {
    const id = `page${at}`;
    const prefixed = board.shapes.map((shape) => renamed(shape, `${id}:`));
    const box = expandBox(boundsOf(prefixed), margin);
    const frame: Shape = {
      id,
      type: container,
      x: left,
      y: 0,
      w: box.w,
      h: box.h,
      rotation: 0,
      parent_id: null,
      index: keys[at] ?? 'a0',
      text: name,
    };
    left += box.w + gap;
    const inside = prefixed.map((shape) =>
      shape.parent_id === null ? { ...shape, ...definite(translation(shape, -box.x, -box.y)), parent_id: id } : shape,
    );
    return [frame, ...inside];
  });
  const images = new Map(pages.flatMap(({ board }, at) => [...board.images].map(([key, image]) => [`page${at}:${key}`, image] as const)));
  return { shapes, images, losses: [...new Set(pages.flatMap(({ board }) => board.losses))] };
}

function renamed(shape: Shape, prefix: string): Shape {
  const end = (terminal: Shape['start']) =>
    terminal?.shape_id === undefined ? terminal : { ...terminal, shape_id: prefix + terminal.shape_id };
  const asset = 'asset' in shape && typeof shape.asset === 'string' ? { asset: prefix + shape.asset } : {};
  const ends = shape.start && shape.end ? { start: end(shape.start), end: end(shape.end) } : {};
  return { ...shape, ...ends, ...asset, id: prefix + shape.id, parent_id: shape.parent_id === null ? null : prefix + shape.parent_id };
}

function definite(change: ReturnType<typeof translation>): Partial<Shape> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined && value !== null));
}

function boundsOf(shapes: readonly Shape[]): Box {
  const boxes = shapes.flatMap((shape) => {
    if (shape.parent_id !== null) return [];
    const ends = [shape.start, shape.end].flatMap((end) =>
      end?.x === undefined || end.y === undefined ? [] : { x: end.x, y: end.y, w: 0, h: 0 },
    );
    if (shape.start && shape.end) return ends;
    return shape.w > 0 || shape.h > 0 ? [rotatedBounds(shape, shape.rotation)] : [];
  });
  return unionBoxes(boxes) ?? { x: 0, y: 0, w: 200, h: 120 };
}
