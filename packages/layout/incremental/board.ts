import { type Box, boxContainsBox, translateBox, unionBoxes } from '@autograph/geometry';
import { emptyFrame, frameAround, framePadding } from '../frame.ts';
import type { LayoutGraph } from '../graph.ts';
import type { Standing } from './standing.ts';

type Group = LayoutGraph['groups'][number];

/** Members of a frame that stands may be nearer to it than that of a new one, px. */
const tight = { side: framePadding / 2, top: 30 };

/** Where things stand while a layout is adjusted. */
export class Board {
  readonly graph: LayoutGraph;
  readonly boxes = new Map<string, Box>();
  readonly pinned: ReadonlySet<string>;
  readonly #parents: ReadonlyMap<string, string | undefined>;
  readonly #members = new Map<string | undefined, string[]>();
  readonly #groups: ReadonlyMap<string, Group>;

  constructor(graph: LayoutGraph, standing: Standing) {
    this.graph = graph;
    this.#groups = new Map(graph.groups.map((group) => [group.id, group]));
    const parents = new Map<string, string | undefined>();
    for (const { id, group } of [...graph.groups, ...graph.nodes]) {
      const parent = group !== undefined && this.#groups.has(group) ? group : undefined;
      parents.set(id, parent);
      const members = this.#members.get(parent);
      if (members) members.push(id);
      else this.#members.set(parent, [id]);
    }
    this.#parents = parents;
    this.pinned = new Set([...standing.nodes, ...standing.groups].flatMap(([id, { pinned }]) => (pinned && parents.has(id) ? [id] : [])));
  }

  isGroup(id: string): boolean {
    return this.#groups.has(id);
  }

  parent(id: string): string | undefined {
    return this.#parents.get(id);
  }

  /** Groups around a node or group, innermost first. */
  around(id: string): string[] {
    const found: string[] = [];
    for (let at = this.#parents.get(id); at !== undefined && !found.includes(at); at = this.#parents.get(at)) found.push(at);
    return found;
  }

  /** Nodes and groups directly in a group, or in none. */
  members(group: string | undefined): readonly string[] {
    return this.#members.get(group) ?? [];
  }

  placedMembers(group: string | undefined): string[] {
    return this.members(group).filter((id) => this.boxes.has(id));
  }

  /** A group's members and theirs; the id itself first. */
  within(id: string): string[] {
    return [id, ...(this.isGroup(id) ? this.members(id).flatMap((member) => this.within(member)) : [])];
  }

  /** Pinned itself, or something in it is. */
  isFixed(id: string): boolean {
    return this.pinned.size > 0 && this.within(id).some((inner) => this.pinned.has(inner));
  }

  /** Moves a node, or a group with all that is in it. */
  move(id: string, dx: number, dy: number): void {
    for (const inner of this.within(id)) {
      const box = this.boxes.get(inner);
      if (box) this.boxes.set(inner, translateBox(box, dx, dy));
    }
  }

  /** The frame that a group needs around a box. */
  frameAround(id: string, box: Box): Box {
    const group = this.#groups.get(id);
    return group ? frameAround(group, box) : box;
  }

  /** The frame that a group needs now: the one that it has as long as its members fit. Undefined when it has neither. */
  frameNeeded(id: string): Box | undefined {
    const now = this.boxes.get(id);
    const inside = unionBoxes(this.placedMembers(id).flatMap((member) => this.boxes.get(member) ?? []));
    if (!inside || (now && boxContainsBox(now, tightly(inside)))) return now;
    const needed = this.frameAround(id, inside);
    return now ? unionBoxes([now, needed]) : needed;
  }

  /** The frame with room for its title; undefined when it has that. */
  frameForTitle(id: string): Box | undefined {
    const [now, title] = [this.boxes.get(id), this.#groups.get(id)?.label];
    return now && title && title.w + 8 > now.w ? { ...now, w: title.w + 2 * framePadding } : undefined;
  }

  /** The size of a group that has no members. */
  emptyFrame(id: string): { readonly w: number; readonly h: number } {
    const group = this.#groups.get(id);
    return group ? emptyFrame(group) : { w: 0, h: 0 };
  }

  /** What the group's title takes up. */
  title(id: string): Box | undefined {
    const [box, label] = [this.boxes.get(id), this.#groups.get(id)?.label];
    return box && label && label.h > 0 ? { x: box.x, y: box.y, w: Math.min(box.w, label.w + framePadding), h: label.h + 12 } : undefined;
  }
}

function tightly({ x, y, w, h }: Box): Box {
  return { x: x - tight.side, y: y - tight.top, w: w + 2 * tight.side, h: h + tight.top + tight.side };
}
