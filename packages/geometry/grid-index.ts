import type { Box } from './box.ts';

/** Cells of level n are `256 * 2^n` px wide; an item lies on the level whose cells are at least as large as it, so it meets at most four. */
const smallestCell = 256;
const levels = 24;
/** px; what lies farther out is not indexed: cell numbers stay exact and an item's cells few. */
const farthest = 1e10;

/**
 * Finds boxes by place. Items are small integers chosen by the caller; their boxes lie flat in one typed array.
 * Insert, move and remove cost a constant, a query the cells it covers or the items there are, whichever is less.
 */
export class GridIndex {
  /** left, top, right, bottom of each item; left > right where there is none. */
  #boxes = new Float64Array(4 * 256).fill(Number.NaN);
  #levelOf = new Int8Array(256).fill(-1);
  #seen = new Uint32Array(256);
  #round = 0;
  readonly #cells: Map<number, number[]>[] = Array.from({ length: levels }, () => new Map());
  #size = 0;
  /** Where on the page the kept boxes count from. */
  #originX = 0;
  #originY = 0;

  get size(): number {
    return this.#size;
  }

  has(item: number): boolean {
    return (this.#levelOf[item] ?? -1) >= 0;
  }

  /** Puts the item there, wherever it was before. A box that is not finite, or absurdly far out, takes it out. */
  set(item: number, left: number, top: number, w: number, h: number): void {
    this.#grow(item);
    const x = left - this.#originX;
    const y = top - this.#originY;
    const right = x + w;
    const bottom = y + h;
    if (!(Math.max(Math.abs(x), Math.abs(y), Math.abs(right), Math.abs(bottom)) < farthest)) {
      this.remove(item);
      return;
    }
    const level = levelFor(Math.max(w, h));
    const cell = cellSize(level);
    const known = this.#levelOf[item] ?? -1;
    if (known === level && this.#sameCells(item, cell, x, y, right, bottom)) {
      this.#write(item, x, y, right, bottom);
      return;
    }
    if (known >= 0) this.#unlink(item, known);
    else this.#size++;
    this.#write(item, x, y, right, bottom);
    this.#levelOf[item] = level;
    this.#eachCell(level, x, y, right, bottom, (key) => {
      const cells = this.#cells[level];
      const items = cells?.get(key);
      if (items) items.push(item);
      else cells?.set(key, [item]);
    });
  }

  remove(item: number): void {
    const level = this.#levelOf[item] ?? -1;
    if (level < 0) return;
    this.#unlink(item, level);
    this.#levelOf[item] = -1;
    this.#size--;
  }

  /** Moves all items by an offset, at the cost of none. */
  translateAll(dx: number, dy: number): void {
    this.#originX += dx;
    this.#originY += dy;
  }

  /** The item's box; undefined when it is not in the index. */
  box(item: number): Box | undefined {
    if (!this.has(item)) return undefined;
    const at = item * 4;
    const x = this.#boxes[at] ?? 0;
    const y = this.#boxes[at + 1] ?? 0;
    return { x: x + this.#originX, y: y + this.#originY, w: (this.#boxes[at + 2] ?? 0) - x, h: (this.#boxes[at + 3] ?? 0) - y };
  }

  /** Calls `visit` once for each item whose box touches `box`, in no particular order. */
  query(box: Box, visit: (item: number) => void): void {
    const left = box.x - this.#originX;
    const top = box.y - this.#originY;
    const right = left + box.w;
    const bottom = top + box.h;
    this.#round++;
    const test = (items: readonly number[]) => {
      for (const item of items) {
        if (this.#seen[item] === this.#round) continue;
        this.#seen[item] = this.#round;
        const at = item * 4;
        const boxes = this.#boxes;
        if ((boxes[at] ?? 0) <= right && (boxes[at + 2] ?? 0) >= left && (boxes[at + 1] ?? 0) <= bottom && (boxes[at + 3] ?? 0) >= top)
          visit(item);
      }
    };
    for (let level = 0; level < levels; level++) {
      const cells = this.#cells[level];
      if (!cells || cells.size === 0) continue;
      const size = cellSize(level);
      const count = (Math.floor(right / size) - Math.floor(left / size) + 1) * (Math.floor(bottom / size) - Math.floor(top / size) + 1);
      if (count > cells.size) for (const items of cells.values()) test(items);
      else
        this.#eachCell(level, left, top, right, bottom, (key) => {
          const items = cells.get(key);
          if (items) test(items);
        });
    }
  }

  #grow(item: number): void {
    if (item < this.#levelOf.length) return;
    const capacity = Math.max(item + 1, this.#levelOf.length * 2);
    const boxes = new Float64Array(capacity * 4);
    boxes.set(this.#boxes);
    const levelOf = new Int8Array(capacity).fill(-1);
    levelOf.set(this.#levelOf);
    const seen = new Uint32Array(capacity);
    seen.set(this.#seen);
    this.#boxes = boxes;
    this.#levelOf = levelOf;
    this.#seen = seen;
  }

  #write(item: number, left: number, top: number, right: number, bottom: number): void {
    const at = item * 4;
    this.#boxes[at] = left;
    this.#boxes[at + 1] = top;
    this.#boxes[at + 2] = right;
    this.#boxes[at + 3] = bottom;
  }

  #sameCells(item: number, cell: number, left: number, top: number, right: number, bottom: number): boolean {
    const at = item * 4;
    const boxes = this.#boxes;
    return (
      Math.floor((boxes[at] ?? 0) / cell) === Math.floor(left / cell) &&
      Math.floor((boxes[at + 1] ?? 0) / cell) === Math.floor(top / cell) &&
      Math.floor((boxes[at + 2] ?? 0) / cell) === Math.floor(right / cell) &&
      Math.floor((boxes[at + 3] ?? 0) / cell) === Math.floor(bottom / cell)
    );
  }

  #unlink(item: number, level: number): void {
    const at = item * 4;
    const boxes = this.#boxes;
    const cells = this.#cells[level];
    this.#eachCell(level, boxes[at] ?? 0, boxes[at + 1] ?? 0, boxes[at + 2] ?? 0, boxes[at + 3] ?? 0, (key) => {
      const items = cells?.get(key);
      if (!items) return;
      const place = items.indexOf(item);
      const last = items.pop();
      if (last !== undefined && last !== item && place >= 0) items[place] = last;
      if (items.length === 0) cells?.delete(key);
    });
  }

  #eachCell(level: number, left: number, top: number, right: number, bottom: number, visit: (key: number) => void): void {
    const size = cellSize(level);
    const lastColumn = Math.floor(right / size);
    const lastRow = Math.floor(bottom / size);
    for (let column = Math.floor(left / size); column <= lastColumn; column++)
      for (let row = Math.floor(top / size); row <= lastRow; row++) visit(column * 67_108_864 + row);
  }
}

function cellSize(level: number): number {
  return smallestCell * 2 ** level;
}

function levelFor(size: number): number {
  return Math.max(0, Math.min(levels - 1, Math.ceil(Math.log2(size / smallestCell))));
}
