import { type Box, boxCentre, translateBox, unionBoxes, type Vec } from '@autograph/geometry';
import { axesOf } from '../axes.ts';
import type { Direction } from '../graph.ts';
import { type Segment, segmentBox } from '../segments.ts';
import type { Board } from './board.ts';
import { freeSpot } from './free-spot.ts';
import { growFrame, makeRoom, nearer } from './make-room.ts';
import type { Unit } from './unit.ts';
import { anchorsOf, wishBeside, wishFor } from './wish.ts';

/** What is drawn already and stays where it is if it can. */
export interface Drawn {
  readonly segments: readonly { readonly segment: Segment; readonly edge: string }[];
  readonly labels: readonly Box[];
}

/** Puts a unit on the board, where a layered layout would have it relative to its neighbours, and makes room for it. */
export function placeUnit(unit: Unit, board: Board, direction: Direction, drawn: Drawn): void {
  const { toFlow, fromFlow } = axesOf(direction);
  const sideways = direction === 'LR' || direction === 'RL';
  const { w, h } = toFlow({ x: 0, y: 0, w: unit.w, h: unit.h });
  const size = { w, h };
  const siblings = board.placedMembers(unit.container).flatMap((id) => board.boxes.get(id) ?? []);
  const solid = siblings.map(toFlow);
  const nodes = board.graph.nodes.flatMap(({ id }) => board.boxes.get(id) ?? []).map(toFlow);
  const linked = wishFor(size, anchorsOf(unit, board, toFlow, sideways));
  const frame = unit.container === undefined ? undefined : board.boxes.get(unit.container);
  const wish = linked ?? wishNear(unit, size, toFlow) ?? wishBeside(size, solid.length > 0 || !frame ? solid : []);
  const inFrame = frame && siblings.length === 0 ? withinFrame(frame, unit, board) : undefined;
  const spot = freeSpot(size, inFrame && !linked ? at(toFlow(inFrame), wish) : wish, {
    solid,
    nodes,
    wires: drawn.segments.map(({ segment, edge }) => ({ box: toFlow(segmentBox(segment, 0)), edge })),
    labels: drawn.labels.map(toFlow),
    ranks: ranksOf(nodes),
    growth: (box) => growthPrice(fromFlow(box), unit.container, board),
  });
  const corner = fromFlow(spot);
  put(unit, { x: Math.round(corner.x), y: Math.round(corner.y) }, board);
  makeRoom(board, unit.container, [unit.id]);
  if (unit.container !== undefined) growFrame(board, unit.container);
}

function put(unit: Unit, { x, y }: Vec, board: Board): void {
  for (const [id, box] of unit.inside) board.boxes.set(id, translateBox(box, x, y));
}

function wishNear({ before }: Unit, size: { readonly w: number; readonly h: number }, toFlow: (box: Box) => Box) {
  if (!before) return undefined;
  const box = toFlow(before);
  return { ...wishBeside(size, []), middle: boxCentre(box).x, y: box.y };
}

function withinFrame(frame: Box, unit: Unit, board: Board): Box {
  const needed = board.frameAround(unit.container ?? '', { x: 0, y: 0, w: unit.w, h: unit.h });
  return { x: frame.x - needed.x, y: frame.y - needed.y, w: unit.w, h: unit.h };
}

function at<T extends object>(box: Box, wish: T) {
  return { ...wish, middle: box.x + box.w / 2, y: box.y };
}

/** The middles along the flow of nodes that stand in one line. */
function ranksOf(nodes: readonly Box[]): number[] {
  return [...new Set(nodes.map(({ y, h }) => Math.round(y + h / 2)))];
}

/** What it costs that the groups around grow so far: little, unless something stands in their way. */
function growthPrice(box: Box, container: string | undefined, board: Board): number {
  let price = 0;
  let inner = box;
  for (let id = container; id !== undefined; id = board.parent(id)) {
    const now = board.boxes.get(id);
    const frame = unionBoxes([board.frameAround(id, inner), ...(now ? [now] : [])]) ?? inner;
    const grown = now ? frame.w - now.w + frame.h - now.h : 0;
    if (now && grown === 0) return price;
    price += 0.9 * grown;
    for (const other of board.placedMembers(board.parent(id))) {
      const its = board.boxes.get(other);
      if (other === id || !its || !nearer(frame, its, 8) || (now && nearer(now, its, 8))) continue;
      price += board.isFixed(other) ? 3000 : 80 + (20 + penetration(frame, its)) * Math.sqrt(board.within(other).length);
    }
    inner = frame;
  }
  return price;
}

function penetration(a: Box, b: Box): number {
  return Math.min(a.x + a.w - b.x, b.x + b.w - a.x, a.y + a.h - b.y, b.y + b.h - a.y);
}
