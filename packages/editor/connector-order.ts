import type { Shape, ShapeId } from '@autograph/document';
import { boundTo } from './arrow-bindings.ts';
import type { ShapeTree } from './shape-tree.ts';

/** Where something is painted that is not painted at its own place: right after all of `over`. */
interface Raised {
  readonly over: ShapeId;
  /** Of the last thing that `over` holds. */
  readonly rank: number;
  readonly depth: number;
}

/**
 * Paint order with the connectors between shapes of different containers above these containers, in the nearest container around both:
 * a frame drawn around an end must not cover the arrow.
 */
export class ConnectorOrder {
  readonly #tree: ShapeTree;

  constructor(tree: ShapeTree) {
    this.#tree = tree;
  }

  /** The container right above which the connector is painted; undefined when it is painted at its own place. */
  over(id: ShapeId): ShapeId | undefined {
    const shape = this.#tree.get(id);
    return shape && this.#raised(shape)?.over;
  }

  /** Sorts slots by paint order, in place. */
  sort(slots: number[]): number[] {
    const raised = new Map<number, Raised>();
    for (const slot of slots) {
      const shape = this.#tree.atSlot(slot);
      const place = shape && this.#raised(shape);
      if (place) raised.set(slot, place);
    }
    const tree = this.#tree;
    if (raised.size === 0) return slots.sort((a, b) => tree.rank(a) - tree.rank(b));
    const rank = (slot: number) => raised.get(slot)?.rank ?? tree.rank(slot);
    const depth = (slot: number) => raised.get(slot)?.depth ?? Infinity;
    return slots.sort((a, b) => rank(a) - rank(b) || compare(depth(b), depth(a)) || tree.rank(a) - tree.rank(b));
  }

  #raised(shape: Shape): Raised | undefined {
    if (shape.start?.shape_id === undefined && shape.end?.shape_id === undefined) return undefined;
    const own = this.#tree.parent(shape.id);
    const ends = boundTo(shape).filter((end) => this.#tree.get(end));
    if (ends.every((end) => this.#tree.parent(end) === own)) return undefined;
    const [home = [], ...others] = [shape.id, ...ends].map((id) => this.#containers(id));
    let depth = 0;
    while (home[depth] !== undefined && others.every((path) => path[depth] === home[depth])) depth++;
    const branches = [home, ...others].flatMap((path) => path[depth] ?? []);
    const over = branches.reduce<ShapeId | undefined>(
      (top, id) => (top !== undefined && this.#rank(top) >= this.#rank(id) ? top : id),
      undefined,
    );
    if (over === undefined || (home[depth] === undefined && this.#rank(shape.id) > this.#rank(over))) return undefined;
    return { over, rank: this.#rank(this.#last(over)), depth };
  }

  /** What the shape lies in, from the page inwards. */
  #containers(id: ShapeId): ShapeId[] {
    const path: ShapeId[] = [];
    for (let up = this.#tree.parent(id); up; up = this.#tree.parent(up)) path.unshift(up);
    return path;
  }

  #last(id: ShapeId): ShapeId {
    let last = id;
    for (let child = this.#tree.children(last).at(-1); child; child = this.#tree.children(last).at(-1)) last = child.id;
    return last;
  }

  #rank(id: ShapeId): number {
    const slot = this.#tree.slot(id);
    return slot === undefined ? 0 : this.#tree.rank(slot);
  }
}

/** Also of numbers without end. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
