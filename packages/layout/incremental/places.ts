import { type Box, boxCentre, boxContains, boxContainsBox, boxesIntersect, expandBox, unionBoxes } from '@autograph/geometry';
import type { Direction, LayoutGraph } from '../graph.ts';
import { ownDirection } from '../own-direction.ts';
import { segmentsOf } from '../segments.ts';
import { graphWithin } from '../sub-graph.ts';
import { Board } from './board.ts';
import { growFrame, makeRoom, nearer } from './make-room.ts';
import { type Drawn, placeUnit } from './place-unit.ts';
import type { Standing } from './standing.ts';
import type { Unit } from './unit.ts';
import { anchorsOf } from './wish.ts';

/**
 * A place for every node and group. What is pinned stays; so does everything else, unless something grew or is new where there is no room
 * for it: then that makes room, by as little as it can.
 */
export function places(graph: LayoutGraph, standing: Standing): Board {
  const board = new Board(graph, standing);
  const grown = takeOver(board, standing);
  const before = takeOutMoved(board, standing);
  frameMembers(board);
  const innermost = graph.groups.toSorted((a, b) => board.around(b.id).length - board.around(a.id).length);
  for (const { id } of innermost) if (board.boxes.has(id)) growFrame(board, id);
  const containers = [undefined, ...graph.groups.map(({ id }) => id)];
  for (const container of containers) {
    const fixed = board.placedMembers(container).filter((id) => board.isFixed(id));
    if (fixed.length > 0) makeRoom(board, container, fixed, { least: -0.5 });
  }
  for (const id of grown) makeRoom(board, board.parent(id), [id], { before: standing.nodes });
  placeNewcomers(board, standing, before);
  for (const { id } of graph.groups) fitTitle(board, id);
  return board;
}

/** Puts what has a place there. Gives what has another size now: it stays about its middle. */
function takeOver(board: Board, standing: Standing): string[] {
  const grown: string[] = [];
  for (const { id, w, h } of board.graph.nodes) {
    const now = standing.nodes.get(id);
    if (!now) continue;
    const same = now.pinned || (now.w === w && now.h === h);
    const box = same
      ? { x: now.x, y: now.y, w: now.w, h: now.h }
      : { x: half(now.x + (now.w - w) / 2), y: half(now.y + (now.h - h) / 2), w, h };
    board.boxes.set(id, box);
    if (!same && (w > now.w || h > now.h)) grown.push(id);
  }
  for (const { id } of board.graph.groups) {
    const now = standing.groups.get(id);
    // A frame that was empty until now goes where its members are.
    const wasEmpty = !board.members(id).some((member) => stands(standing.nodes.get(member) ?? standing.groups.get(member), now));
    if (now && (now.pinned || !wasEmpty || board.members(id).length === 0)) board.boxes.set(id, { x: now.x, y: now.y, w: now.w, h: now.h });
  }
  return grown;
}

function stands(member: Box | undefined, frame: Box | undefined): boolean {
  return member !== undefined && frame !== undefined && boxesIntersect(member, frame);
}

function half(value: number): number {
  return Math.round(value * 2) / 2;
}

/** Widens a frame for its title where nothing is in the way: nothing moves for a title. */
function fitTitle(board: Board, id: string): void {
  const [wider, parent] = [board.frameForTitle(id), board.parent(id)];
  const around = parent === undefined ? undefined : board.boxes.get(parent);
  if (!wider || (around && !boxContainsBox(around, expandBox(wider, 8)))) return;
  const others = board.placedMembers(parent).flatMap((other) => (other !== id && board.boxes.get(other)) || []);
  if (!others.some((other) => nearer(wider, other, 8))) board.boxes.set(id, wider);
}

/** Takes what has gone over to another group off the board; gives where it was. */
function takeOutMoved(board: Board, standing: Standing): ReadonlyMap<string, Box> {
  const moved = new Map<string, Box>();
  for (const id of [...board.graph.groups, ...board.graph.nodes].map((item) => item.id)) {
    const box = board.boxes.get(id);
    if (!box || board.isFixed(id)) continue;
    const around = board.around(id);
    const own = board.boxes.get(board.parent(id) ?? '');
    const left = own !== undefined && !boxesIntersect(own, box);
    const inside = new Set(board.within(id));
    const foreign = [...standing.groups].some(
      ([group, frame]) =>
        board.isGroup(group) && !frame.pinned && !around.includes(group) && !inside.has(group) && boxContains(frame, boxCentre(box)),
    );
    if (left || foreign) moved.set(id, box);
  }
  for (const id of moved.keys()) for (const inner of board.within(id)) board.boxes.delete(inner);
  return moved;
}

/** Frames for new groups around what is in them already, as far as nothing else stands between. */
function frameMembers(board: Board): void {
  const innermost = board.graph.groups.toSorted((a, b) => board.around(b.id).length - board.around(a.id).length);
  for (const { id } of innermost) {
    if (board.boxes.has(id)) continue;
    const members = board.placedMembers(id);
    const pinned = members.filter((member) => board.isFixed(member));
    const kept = pinned.length > 0 ? pinned : members.slice(0, 1);
    const own = new Set([...board.within(id), ...board.around(id)]);
    const foreign = [...board.boxes].flatMap(([other, box]) => (own.has(other) ? [] : [box]));
    const unionOf = (ids: readonly string[]) => unionBoxes(ids.flatMap((member) => board.boxes.get(member) ?? []));
    for (const member of members) {
      if (kept.includes(member)) continue;
      const all = unionOf([...kept, member]);
      if (all && !foreign.some((box) => boxesIntersect(box, all))) kept.push(member);
      else for (const inner of board.within(member)) board.boxes.delete(inner);
    }
    const frame = board.frameNeeded(id);
    if (!frame) continue;
    board.boxes.set(id, frame);
    makeRoom(board, board.parent(id), [id]);
  }
}

/** Places what has none yet: whatever has most neighbours on the board first, so that chains of newcomers grow out of what is there. */
function placeNewcomers(board: Board, standing: Standing, before: ReadonlyMap<string, Box>): void {
  const { graph } = board;
  const isPlaced = (id: string | undefined) => id === undefined || board.boxes.has(id);
  const waiting = [...graph.groups, ...graph.nodes].map(({ id }) => id).filter((id) => !isPlaced(id) && isPlaced(board.parent(id)));
  if (waiting.length === 0) return;
  const drawn = drawnRoutes(board, standing);
  while (waiting.length > 0) {
    const counts = waiting.map((id) => anchorsOf({ id }, board, (box) => box, false).length);
    const [id] = waiting.splice(counts.indexOf(Math.max(...counts)), 1);
    if (id === undefined) break;
    const was = before.get(id);
    const container = board.parent(id);
    placeUnit({ ...unitOf(id, board), container, ...(was && { before: was }) }, board, directionIn(container, graph), drawn);
  }
}

function directionIn(container: string | undefined, graph: LayoutGraph): Direction {
  const group = graph.groups.find(({ id }) => id === container);
  return (group && ownDirection(group, graph)) ?? graph.direction;
}

/** A newcomer with its size; a group is laid out within itself first. */
function unitOf(id: string, board: Board): Pick<Unit, 'id' | 'w' | 'h' | 'inside'> {
  const { graph } = board;
  const node = graph.nodes.find((one) => one.id === id);
  if (node) return { id, w: node.w, h: node.h, inside: new Map([[id, { x: 0, y: 0, w: node.w, h: node.h }]]) };
  const nothing = { nodes: new Map(), groups: new Map(), routes: new Map() };
  const alone = places(graphWithin(graph, id, directionIn(id, graph)), nothing);
  const all = unionBoxes(alone.boxes.values());
  const frame = all ? board.frameAround(id, all) : { x: 0, y: 0, ...board.emptyFrame(id) };
  const inside = new Map<string, Box>([...alone.boxes].map(([name, box]) => [name, { ...box, x: box.x - frame.x, y: box.y - frame.y }]));
  inside.set(id, { x: 0, y: 0, w: frame.w, h: frame.h });
  return { id, w: frame.w, h: frame.h, inside };
}

/** Routes whose ends both still stand where they did. */
function drawnRoutes(board: Board, standing: Standing): Drawn {
  const isStill = (id: string) => {
    const [was, is] = [standing.nodes.get(id) ?? standing.groups.get(id), board.boxes.get(id)];
    return was && is && was.x === is.x && was.y === is.y;
  };
  const kept = board.graph.edges.filter(({ id, from, to }) => standing.routes.has(id) && isStill(from) && isStill(to));
  return {
    segments: kept.flatMap(({ id }) => segmentsOf(standing.routes.get(id)?.points ?? []).map((segment) => ({ segment, edge: id }))),
    labels: kept.flatMap(({ id, label }) => {
      const at = standing.routes.get(id)?.label;
      return label && at ? [{ x: at.x - label.w / 2, y: at.y - label.h / 2, ...label }] : [];
    }),
  };
}
