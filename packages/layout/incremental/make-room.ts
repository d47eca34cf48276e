import { type Box, boxesIntersect, expandBox, translateBox, type Vec } from '@autograph/geometry';
import type { Board } from './board.ts';

/** Boxes nearer than that stand in each other's way, px. */
const tooNear = 8;
/** Room that is made, px. */
const room = 20;

/**
 * Moves what stands in the way of the given members of a group (or of none) aside, and what then stands in the way of that, each as
 * little as possible and at most once; then lets the groups around grow, and makes room for them in turn. Nothing pinned moves.
 * `before` are the boxes of members that have grown: what stood beside one keeps its side.
 */
export function makeRoom(
  board: Board,
  container: string | undefined,
  first: readonly string[],
  { least = tooNear, before = new Map<string, Box>() }: { readonly least?: number; readonly before?: ReadonlyMap<string, Box> } = {},
): void {
  const settled = new Set(first);
  const was = new Map(before);
  const queue = [...first];
  const members = board.placedMembers(container);
  const fixed = new Set(members.filter((member) => board.isFixed(member)));
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const box = board.boxes.get(id);
    if (!box) continue;
    for (const other of members) {
      const its = board.boxes.get(other);
      if (!its || settled.has(other) || fixed.has(other) || !nearer(box, its, least)) continue;
      // A node that a person put onto a frame does not drive the whole group away.
      if (board.isGroup(other) && !board.isGroup(id) && board.pinned.has(id)) continue;
      const firm = members.flatMap(
        (member) => (member !== other && (settled.has(member) || fixed.has(member)) && board.boxes.get(member)) || [],
      );
      const by = wayOut(its, box, was.get(id) ?? box, firm);
      was.set(other, its);
      board.move(other, by.x, by.y);
      settled.add(other);
      queue.push(other);
    }
  }
  if (container !== undefined) growFrame(board, container);
}

/** Lets a group's frame reach around its members, and those around it, with room made for them. It never shrinks. */
export function growFrame(board: Board, group: string): void {
  const grown = board.frameNeeded(group);
  const now = board.boxes.get(group);
  if (!grown || (now && same(grown, now))) return;
  board.boxes.set(group, grown);
  makeRoom(board, board.parent(group), [group], now && { before: new Map([[group, now]]) });
}

/**
 * The step, right, down, left or up, that takes a box away from another one and from all that stands firm: the shortest, but rather to the
 * side on which it stood before the other one grew or moved.
 */
function wayOut(box: Box, from: Box, was: Box, firm: readonly Box[]): Vec {
  let best: { readonly by: Vec; readonly price: number } | undefined;
  const sides = [
    { x: 1, y: 0, beside: box.x >= was.x + was.w },
    { x: 0, y: 1, beside: box.y >= was.y + was.h },
    { x: -1, y: 0, beside: box.x + box.w <= was.x },
    { x: 0, y: -1, beside: box.y + box.h <= was.y },
  ];
  for (const { x, y, beside } of sides) {
    let by = clearOf(box, from, x, y);
    for (let hit: Box | undefined = from, tries = 0; hit && tries < 200; tries++) {
      const at = translateBox(box, by.x, by.y);
      hit = firm.find((other) => nearer(at, other, tooNear));
      if (hit) by = clearOf(box, hit, x, y);
    }
    const price = (Math.abs(by.x) + Math.abs(by.y)) * (beside ? 1 : 2.5) + (beside ? 0 : 20) - x - y;
    if (!best || price < best.price) best = { by, price };
  }
  return best?.by ?? { x: 0, y: 0 };
}

function clearOf(box: Box, other: Box, x: number, y: number): Vec {
  if (x > 0) return { x: Math.ceil(other.x + other.w + room - box.x), y: 0 };
  if (x < 0) return { x: Math.floor(other.x - room - box.x - box.w), y: 0 };
  return y > 0 ? { x: 0, y: Math.ceil(other.y + other.h + room - box.y) } : { x: 0, y: Math.floor(other.y - room - box.y - box.h) };
}

/** Whether two boxes overlap or are less than `least` px apart. */
export function nearer(a: Box, b: Box, least: number): boolean {
  const grown = expandBox(a, least);
  return boxesIntersect(grown, b) && grown.x < b.x + b.w && b.x < grown.x + grown.w && grown.y < b.y + b.h && b.y < grown.y + grown.h;
}

function same(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}
