/** A spanning tree that is changed by exchanging one edge at a time: what it costs is the smaller of the two parts that the edge joins. */
export class RootedTree {
  /** Towards the root; -1 at the root. */
  readonly parent: Int32Array;
  /** The edge to the parent. */
  readonly up: Int32Array;
  readonly #depth: Int32Array;
  /** Nodes in the subtree, itself among them. */
  readonly #size: Int32Array;
  readonly #child: Int32Array;
  readonly #next: Int32Array;
  readonly #before: Int32Array;
  readonly #marks: Int32Array;
  #mark = 0;
  #root = 0;

  constructor(count: number) {
    this.parent = new Int32Array(count).fill(-1);
    this.up = new Int32Array(count).fill(-1);
    this.#depth = new Int32Array(count);
    this.#size = new Int32Array(count).fill(1);
    this.#child = new Int32Array(count).fill(-1);
    this.#next = new Int32Array(count).fill(-1);
    this.#before = new Int32Array(count).fill(-1);
    this.#marks = new Int32Array(count);
  }

  /** Hangs a node that is alone under one of the tree; node 0 is the tree at first. */
  grow(node: number, parent: number, edge: number): void {
    this.#hang(node, parent, edge);
    this.#depth[node] = (this.#depth[parent] ?? 0) + 1;
    this.#resize(parent, 1);
  }

  /**
   * The nodes of the smaller part of the tree without the edge above a node, into `found`; gives how many, and whether it is the part below.
   * Until the next call `isMarked` tells which nodes these are.
   */
  part(node: number, found: Int32Array): { readonly count: number; readonly below: boolean } {
    const below = 2 * (this.#size[node] ?? 0) <= found.length;
    const mark = ++this.#mark;
    const start = below ? node : this.#root;
    found[0] = start;
    this.#marks[start] = mark;
    let count = 1;
    for (let i = 0; i < count; i++) {
      for (let child = this.#child[found[i] ?? 0] ?? -1; child >= 0; child = this.#next[child] ?? -1) {
        if (!below && child === node) continue;
        this.#marks[child] = mark;
        found[count++] = child;
      }
    }
    return { count, below };
  }

  isMarked(node: number): boolean {
    return this.#marks[node] === this.#mark;
  }

  /** Calls with each node on the way between two, but their nearest common one, and whether it is on the side of the first. */
  eachBetween(a: number, b: number, visit: (node: number, first: boolean) => void): void {
    for (let [x, y] = [a, b]; x !== y; ) {
      if ((this.#depth[x] ?? 0) >= (this.#depth[y] ?? 0)) {
        visit(x, true);
        x = this.parent[x] ?? 0;
      } else {
        visit(y, false);
        y = this.parent[y] ?? 0;
      }
    }
  }

  /** Takes away the edge above a node and joins the two parts by another one, whose end `inside` is among the `part` of `count` nodes that `part` found. */
  exchange(node: number, edge: number, inside: number, outside: number, part: Int32Array, count: number): void {
    const parent = this.parent[node] ?? 0;
    this.#cutOff(node, parent);
    this.#resize(parent, -(this.#size[node] ?? 0));
    this.parent[node] = -1;
    this.up[node] = -1;
    if (this.isMarked(this.#root)) this.#root = node;
    this.#turnTo(inside, count);
    this.#hang(inside, outside, edge);
    this.#resize(outside, count);
    // Parents before children: walked anew from the new top.
    part[0] = inside;
    this.#depth[inside] = (this.#depth[outside] ?? 0) + 1;
    let seen = 1;
    for (let i = 0; i < seen; i++) {
      const at = part[i] ?? 0;
      const depth = (this.#depth[at] ?? 0) + 1;
      for (let child = this.#child[at] ?? -1; child >= 0; child = this.#next[child] ?? -1) {
        this.#depth[child] = depth;
        part[seen++] = child;
      }
    }
  }

  /** Makes a node the root of its part of so many nodes. */
  #turnTo(node: number, count: number): void {
    const path: number[] = [];
    for (let at = node; at >= 0; at = this.parent[at] ?? -1) path.push(at);
    const edges = path.map((at) => this.up[at] ?? -1);
    const sizes = path.map((at) => this.#size[at] ?? 0);
    for (let i = 0; i + 1 < path.length; i++) this.#cutOff(path[i] ?? 0, path[i + 1] ?? 0);
    for (let i = 1; i < path.length; i++) {
      this.#hang(path[i] ?? 0, path[i - 1] ?? 0, edges[i - 1] ?? -1);
      this.#size[path[i] ?? 0] = count - (sizes[i - 1] ?? 0);
    }
    this.#size[node] = count;
  }

  #hang(node: number, parent: number, edge: number): void {
    this.parent[node] = parent;
    this.up[node] = edge;
    const first = this.#child[parent] ?? -1;
    this.#next[node] = first;
    this.#before[node] = -1;
    if (first >= 0) this.#before[first] = node;
    this.#child[parent] = node;
  }

  #cutOff(node: number, parent: number): void {
    const [before, next] = [this.#before[node] ?? -1, this.#next[node] ?? -1];
    if (before >= 0) this.#next[before] = next;
    else this.#child[parent] = next;
    if (next >= 0) this.#before[next] = before;
  }

  /** Changes the size of a node and all above it. */
  #resize(from: number, by: number): void {
    for (let at = from; at >= 0; at = this.parent[at] ?? -1) this.#size[at] = (this.#size[at] ?? 0) + by;
  }
}
