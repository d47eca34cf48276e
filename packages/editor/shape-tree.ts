import type { Shape, ShapeId } from '@autograph/document';
import { compareOrder } from '@autograph/document/order.ts';

/** Above this many changes at once siblings are sorted afterwards instead of inserted one by one. */
const bulk = 500;

interface Node {
  shape: Shape;
  /** The parent it hangs under: `parent_id` where that exists and makes no cycle, else the page. */
  parent: ShapeId | null;
  /** Place in the paint order of the whole page; only the comparison means something. */
  rank: number;
  readonly slot: number;
}

/** Who lies in whom and paints over whom. A change costs what it touches, not the size of the board. */
export class ShapeTree {
  readonly #nodes = new Map<ShapeId, Node>();
  readonly #children = new Map<ShapeId | null, Shape[]>();
  /** Shapes that hang under the page only because the parent they name is missing or below themselves. */
  readonly #waiting = new Map<ShapeId, Set<ShapeId>>();
  readonly #unsorted = new Set<ShapeId | null>();
  readonly #slots: (Node | undefined)[] = [];
  readonly #freeSlots: number[] = [];
  #ranked = true;

  get size(): number {
    return this.#nodes.size;
  }

  get(id: ShapeId): Shape | undefined {
    return this.#nodes.get(id)?.shape;
  }

  /** The parent that the shape really hangs under; undefined when there is no such shape. */
  parent(id: ShapeId): ShapeId | null | undefined {
    return this.#nodes.get(id)?.parent;
  }

  /** A small number that stands for the shape while it exists. */
  slot(id: ShapeId): number | undefined {
    return this.#nodes.get(id)?.slot;
  }

  atSlot(slot: number): Shape | undefined {
    return this.#slots[slot]?.shape;
  }

  /** In paint order. */
  children(parent: ShapeId | null): readonly Shape[] {
    const siblings = this.#children.get(parent);
    if (!siblings) return [];
    if (this.#unsorted.delete(parent)) siblings.sort(compareOrder);
    return siblings;
  }

  /** Place of a slot in the paint order. */
  rank(slot: number): number {
    if (!this.#ranked) this.#rankAll();
    return this.#slots[slot]?.rank ?? 0;
  }

  /** Puts in, replaces and (null) takes out records. */
  apply(changes: readonly (readonly [ShapeId, Shape | null])[]): void {
    const inOrder = changes.length <= bulk;
    for (const [id, shape] of changes) {
      if (shape) this.#set(id, shape, inOrder);
      else this.#remove(id, inOrder);
    }
  }

  #set(id: ShapeId, shape: Shape, inOrder: boolean): void {
    const node = this.#nodes.get(id);
    if (node && node.shape.parent_id === shape.parent_id && node.shape.index === shape.index) {
      const siblings = this.#children.get(node.parent) ?? [];
      const at = this.#unsorted.has(node.parent) ? siblings.indexOf(node.shape) : placeOf(siblings, node.shape);
      siblings[at] = shape;
      node.shape = shape;
      return;
    }
    if (node) {
      this.#unlink(node, inOrder);
      node.shape = shape;
      this.#link(node, inOrder);
    } else {
      const slot = this.#freeSlots.pop() ?? this.#slots.length;
      const made: Node = { shape, parent: null, rank: 0, slot };
      this.#nodes.set(id, made);
      this.#slots[slot] = made;
      this.#link(made, inOrder);
    }
    this.#adopt(id, inOrder);
  }

  #remove(id: ShapeId, inOrder: boolean): void {
    const node = this.#nodes.get(id);
    if (!node) return;
    this.#unlink(node, inOrder);
    this.#nodes.delete(id);
    this.#slots[node.slot] = undefined;
    this.#freeSlots.push(node.slot);
    for (const child of [...(this.#children.get(id) ?? [])]) this.#relink(child.id, inOrder);
    this.#children.delete(id);
    this.#unsorted.delete(id);
  }

  /** Those that waited for this shape to be there, or to stop being below them. */
  #adopt(id: ShapeId, inOrder: boolean): void {
    const waiting = this.#waiting.get(id);
    if (waiting) for (const child of [...waiting]) this.#relink(child, inOrder);
  }

  #relink(id: ShapeId, inOrder: boolean): void {
    const node = this.#nodes.get(id);
    if (!node) return;
    this.#unlink(node, inOrder);
    this.#link(node, inOrder);
  }

  #link(node: Node, inOrder: boolean): void {
    const { shape } = node;
    const wanted = shape.parent_id;
    node.parent = wanted !== null && this.#nodes.has(wanted) && !this.#isBelow(wanted, shape.id) ? wanted : null;
    if (wanted !== null && node.parent === null) {
      const waiting = this.#waiting.get(wanted);
      if (waiting) waiting.add(shape.id);
      else this.#waiting.set(wanted, new Set([shape.id]));
    }
    const siblings = this.#children.get(node.parent);
    if (!siblings) this.#children.set(node.parent, [shape]);
    else if (inOrder && !this.#unsorted.has(node.parent)) siblings.splice(placeOf(siblings, shape), 0, shape);
    else {
      const last = siblings.at(-1);
      siblings.push(shape);
      if (last && compareOrder(last, shape) > 0) this.#unsorted.add(node.parent);
    }
    this.#rankOne(node, inOrder);
  }

  #unlink(node: Node, inOrder: boolean): void {
    const { shape } = node;
    if (shape.parent_id !== null && node.parent === null) this.#waiting.get(shape.parent_id)?.delete(shape.id);
    const siblings = this.#children.get(node.parent) ?? [];
    const at = this.#unsorted.has(node.parent) ? siblings.indexOf(shape) : placeOf(siblings, shape);
    const last = siblings.length - 1;
    const moved = siblings[last];
    if (inOrder || at === last || !moved) siblings.splice(at, 1);
    else {
      siblings[at] = moved;
      siblings.pop();
      this.#unsorted.add(node.parent);
    }
    if (siblings.length === 0) this.#children.delete(node.parent);
  }

  #isBelow(id: ShapeId, above: ShapeId): boolean {
    for (let at: ShapeId | null = id; at !== null; at = this.#nodes.get(at)?.parent ?? null) if (at === above) return true;
    return false;
  }

  /** A rank between the neighbours in paint order; where that cannot be said cheaply, all are ranked anew when next asked for. */
  #rankOne(node: Node, inOrder: boolean): void {
    if (!this.#ranked) return;
    if (!inOrder || this.#unsorted.size > 0 || this.#children.has(node.shape.id)) {
      this.#ranked = false;
      return;
    }
    const before = this.#before(node);
    const after = this.#after(node);
    if (before === undefined && after === undefined) node.rank = 0;
    else if (after === undefined) node.rank = (before ?? 0) + 1;
    else if (before === undefined) node.rank = after - 1;
    else {
      node.rank = (before + after) / 2;
      this.#ranked = node.rank > before && node.rank < after;
    }
  }

  #before(node: Node): number | undefined {
    const siblings = this.#children.get(node.parent) ?? [];
    let shape = siblings[placeOf(siblings, node.shape) - 1];
    if (!shape) return node.parent === null ? undefined : this.#nodes.get(node.parent)?.rank;
    for (let last = this.#children.get(shape.id)?.at(-1); last; last = this.#children.get(shape.id)?.at(-1)) shape = last;
    return this.#nodes.get(shape.id)?.rank;
  }

  #after(node: Node): number | undefined {
    for (let at: Node | undefined = node; at; at = at.parent === null ? undefined : this.#nodes.get(at.parent)) {
      const siblings = this.#children.get(at.parent) ?? [];
      const next = siblings[placeOf(siblings, at.shape) + 1];
      if (next) return this.#nodes.get(next.id)?.rank;
    }
    return undefined;
  }

  #rankAll(): void {
    let rank = 0;
    const visit = (parent: ShapeId | null) => {
      for (const shape of this.children(parent)) {
        const node = this.#nodes.get(shape.id);
        if (node) node.rank = rank++;
        if (this.#children.has(shape.id)) visit(shape.id);
      }
    };
    visit(null);
    this.#ranked = true;
  }
}

/** Index of the shape among sorted siblings, or where it belongs. */
function placeOf(siblings: readonly Shape[], shape: Shape): number {
  let low = 0;
  let high = siblings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = siblings[middle];
    if (other && compareOrder(other, shape) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
