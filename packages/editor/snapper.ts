import type { ShapeId } from '@autograph/document';
import { type Box, translateBox, type Vec } from '@autograph/geometry';
import type { Editor } from './editor.ts';
import type { Modifiers } from './input.ts';
import { type SnapField, snapFieldAround } from './snap-field.ts';
import { type Axis, equalGaps, gapSnaps } from './snap-gaps.ts';
import type { SnapLine } from './snap-line.ts';
import { linesThrough, pullsOfLines } from './snap-lines.ts';
import { equalBeside, type Side, sideSnaps } from './snap-sides.ts';

/** How near something must be to attract, viewport px. */
const reach = 6;
/** How much further away what holds already must be left, viewport px: so that nothing flickers between two places. */
const grip = 3;

export interface Snap {
  readonly dx: number;
  readonly dy: number;
  readonly lines: readonly SnapLine[];
  readonly gaps: readonly SnapLine[];
}

const free: Snap = { dx: 0, dy: 0, lines: [], gaps: [] };

/** The sides of a box that a gesture moves. */
export interface Sides {
  readonly x?: Side | undefined;
  readonly y?: Side | undefined;
}

/** What a gesture snaps to, from its start to its end. With Ctrl it does without. */
export interface Snapper {
  /** The small move that brings a dragged box onto the grid, or onto sides, middles and equal gaps of the others. */
  box(box: Box, modifiers: Modifiers): Snap;
  /** The same for the moved sides of a box that is being stretched, which also catch on the sizes of others. */
  sides(box: Box, sides: Sides, modifiers: Modifiers): Snap;
  /** The same for a point; `along` tells in which directions it may move. */
  point(at: Vec, modifiers: Modifiers, along?: { readonly x: boolean; readonly y: boolean }): Snap;
}

/** Snapping for a gesture that moves the shapes. */
export function createSnapper(editor: Editor, ids: readonly ShapeId[]): Snapper {
  const field = snapFieldAround(editor, ids);
  const held: Record<Axis, number | undefined> = { x: undefined, y: undefined };

  const snap = (box: Box, along: Readonly<Record<Axis, boolean>>, more: (axis: Axis, within: number) => readonly number[]): Snap => {
    const { snapToGrid, gridSize } = editor.settings;
    if (snapToGrid) {
      const onGrid = (at: number) => toGrid(at, gridSize) - at;
      return { ...free, dx: along.x ? onGrid(box.x) : 0, dy: along.y ? onGrid(box.y) : 0 };
    }
    const zoom = editor.camera.zoom;
    const within = (reach + grip) / zoom;
    const move = (axis: Axis): number => {
      const places = along[axis] ? [...pullsOfLines(field, box, axis, within), ...more(axis, within)] : [];
      const best = nearest(places, box[axis], held[axis], zoom);
      held[axis] = best;
      return best === undefined ? 0 : best - box[axis];
    };
    const [dx, dy] = [move('x'), move('y')];
    const placed = translateBox(box, dx, dy);
    return { dx, dy, lines: heldAxes().flatMap((axis) => linesThrough(field, placed, axis)), gaps: [] };
  };
  const heldAxes = () => (['x', 'y'] as const).filter((axis) => held[axis] !== undefined);

  const snapBox = (box: Box): Snap => {
    const found = snap(box, { x: true, y: true }, (axis, within) => gapSnaps(field.boxes, box, axis, within).map(({ at }) => at));
    const placed = translateBox(box, found.dx, found.dy);
    return { ...found, gaps: heldAxes().flatMap((axis) => gapsAt(field, placed, axis)) };
  };

  const snapSides = (box: Box, sides: Sides): Snap => {
    const corner = { x: sides.x === 'to' ? box.x + box.w : box.x, y: sides.y === 'to' ? box.y + box.h : box.y, w: 0, h: 0 };
    const along = { x: sides.x !== undefined, y: sides.y !== undefined };
    const found = snap(corner, along, (axis, within) => {
      const { [axis]: side } = sides;
      return side ? sideSnaps(field.boxes, box, axis, side, within) : [];
    });
    const placed = stretched(box, sides, found);
    const equal = heldAxes().flatMap((axis) => {
      const { [axis]: side } = sides;
      return side ? equalBeside(field.boxes, placed, axis, side) : [];
    });
    return { ...found, gaps: equal };
  };

  return {
    box: (box, modifiers) => (modifiers.mod ? free : snapBox(box)),
    sides: (box, sides, modifiers) => (modifiers.mod ? free : snapSides(box, sides)),
    point: (at, modifiers, along = { x: true, y: true }) => (modifiers.mod ? free : snap({ ...at, w: 0, h: 0 }, along, () => [])),
  };
}

/** The box after its moved sides have gone a way. */
function stretched({ x, y, w, h }: Box, sides: Sides, { dx, dy }: Pick<Snap, 'dx' | 'dy'>): Box {
  return {
    x: sides.x === 'from' ? x + dx : x,
    y: sides.y === 'from' ? y + dy : y,
    w: w + (sides.x === 'from' ? -dx : dx),
    h: h + (sides.y === 'from' ? -dy : dy),
  };
}

/** The nearest place in reach; the one that holds has the longer arm. */
function nearest(places: readonly number[], from: number, held: number | undefined, zoom: number): number | undefined {
  let best: number | undefined;
  let least = reach / zoom;
  for (const place of places) {
    const holds = held !== undefined && Math.abs(place - held) < 1e-6;
    const away = Math.abs(place - from) - (holds ? grip / zoom : 0);
    if (away > least || (away === least && best !== undefined)) continue;
    best = place;
    least = away;
  }
  return best;
}

function gapsAt(field: SnapField, placed: Box, axis: Axis): SnapLine[] {
  const [first] = gapSnaps(field.boxes, placed, axis, 0.01);
  return first ? equalGaps(field.boxes, placed, axis, first.gap) : [];
}

function toGrid(value: number, size: number): number {
  return Math.round(value / size) * size;
}
