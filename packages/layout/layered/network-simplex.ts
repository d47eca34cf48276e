import { MinHeap } from '@autograph/geometry/min-heap.ts';

/** `to` stands at least `least` beyond `from`; every unit of the distance costs `weight`. */
export interface Distance {
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly weight: number;
}

/**
 * Places on a line at which the distances cost least, by network simplex (Gansner, Koutsofios, North, Vo, "A technique for drawing directed
 * graphs", 1993). The distances must contain no cycle. After about `mostWork` looks at nodes it gives what it has found so far, which keeps
 * all distances too.
 */
export function leastCostPlaces(count: number, distances: readonly Distance[], mostWork = usualWork): Float64Array {
  return count === 0 ? new Float64Array() : new Simplex(count, distances).solve(mostWork);
}

/** About half a second. */
const usualWork = 2e7;

type Numbers = Int32Array | Float64Array;

function get(values: Numbers, index: number): number {
  return values[index] ?? 0;
}

class Simplex {
  readonly #count: number;
  readonly #edges: number;
  readonly #tail: Int32Array;
  readonly #head: Int32Array;
  readonly #least: Float64Array;
  readonly #weight: Float64Array;
  /** Edges at node v: `#touching` from `#first[v]` to `#first[v + 1]`. */
  readonly #first: Int32Array;
  readonly #touching: Int32Array;
  readonly #place: Float64Array;
  readonly #inTree: Int32Array;
  readonly #cut: Float64Array;
  /** The tree edge towards the root; -1 at the root. */
  readonly #up: Int32Array;
  /** Post-order numbers in the tree: a node's subtree has those from its `#low` to its `#lim`. */
  readonly #low: Int32Array;
  readonly #lim: Int32Array;
  /** Where the search for an edge to exchange goes on. */
  #cursor = 0;
  /** Nodes looked at so far. */
  #work = 0;

  constructor(count: number, distances: readonly Distance[]) {
    // One more node holds everything together, so that there is a tree that reaches all.
    const all = [...distances, ...components(count, distances).map((to) => ({ from: count, to, least: 0, weight: 0 }))];
    this.#count = count + 1;
    this.#edges = all.length;
    this.#tail = Int32Array.from(all, ({ from }) => from);
    this.#head = Int32Array.from(all, ({ to }) => to);
    this.#least = Float64Array.from(all, ({ least }) => least);
    this.#weight = Float64Array.from(all, ({ weight }) => weight);
    this.#first = new Int32Array(this.#count + 1);
    for (const { from, to } of all) for (const v of [from, to]) this.#first[v + 1] = get(this.#first, v + 1) + 1;
    for (let v = 0; v < this.#count; v++) this.#first[v + 1] = get(this.#first, v + 1) + get(this.#first, v);
    const next = this.#first.slice();
    this.#touching = new Int32Array(2 * all.length);
    for (const [e, { from, to }] of all.entries()) {
      for (const v of [from, to]) {
        this.#touching[get(next, v)] = e;
        next[v] = get(next, v) + 1;
      }
    }
    this.#place = new Float64Array(this.#count);
    this.#inTree = new Int32Array(all.length);
    this.#cut = new Float64Array(all.length);
    this.#up = new Int32Array(this.#count).fill(-1);
    this.#low = new Int32Array(this.#count);
    this.#lim = new Int32Array(this.#count);
  }

  solve(mostWork: number): Float64Array {
    this.#placeFirst();
    this.#growTree();
    this.#number(0, 1);
    this.#findCuts();
    for (let steps = 0; this.#work < mostWork && steps < 40 * this.#count; steps++) {
      const leaving = this.#leaving();
      const entering = leaving < 0 ? -1 : this.#entering(leaving);
      if (entering < 0) break;
      this.#exchange(leaving, entering);
    }
    return this.#place.slice(0, this.#count - 1);
  }

  #slack(e: number): number {
    return get(this.#place, get(this.#head, e)) - get(this.#place, get(this.#tail, e)) - get(this.#least, e);
  }

  #other(e: number, v: number): number {
    return get(this.#tail, e) === v ? get(this.#head, e) : get(this.#tail, e);
  }

  /** The end of a tree edge that hangs below it. */
  #below(e: number): number {
    const [tail, head] = [get(this.#tail, e), get(this.#head, e)];
    return get(this.#lim, tail) < get(this.#lim, head) ? tail : head;
  }

  /** As far back as the distances allow. */
  #placeFirst(): void {
    const waiting = new Int32Array(this.#count);
    for (let e = 0; e < this.#edges; e++) waiting[get(this.#head, e)] = get(waiting, get(this.#head, e)) + 1;
    const ready: number[] = [];
    for (let v = 0; v < this.#count; v++) if (waiting[v] === 0) ready.push(v);
    for (let v = ready.pop(); v !== undefined; v = ready.pop()) {
      for (let i = get(this.#first, v); i < get(this.#first, v + 1); i++) {
        const e = get(this.#touching, i);
        if (get(this.#tail, e) !== v) continue;
        const head = get(this.#head, e);
        this.#place[head] = Math.max(get(this.#place, head), get(this.#place, v) + get(this.#least, e));
        waiting[head] = get(waiting, head) - 1;
        if (waiting[head] === 0) ready.push(head);
      }
    }
  }

  /** A tree of edges without slack: it grows from one node, and is moved as a whole to the nearest one beyond when it can grow no more. */
  #growTree(): void {
    const reached = new Uint8Array(this.#count);
    const members: number[] = [];
    /** How far the tree has been moved; its nodes are noted without it until the end. */
    let moved = 0;
    // By slack, were the tree not moved: edges that lead out of it, and into it.
    const [out, into] = [new MinHeap(), new MinHeap()];
    const reach = (v: number) => {
      reached[v] = 1;
      members.push(v);
      this.#place[v] = get(this.#place, v) - moved;
      for (let i = get(this.#first, v); i < get(this.#first, v + 1); i++) {
        const e = get(this.#touching, i);
        if (reached[this.#other(e, v)] === 1) continue;
        if (get(this.#tail, e) === v) out.push(e, this.#slack(e));
        else into.push(e, this.#slack(e));
      }
    };
    /** The nearest edge to a node that is not reached. */
    const nearest = (heap: MinHeap): number | undefined => {
      for (let e = heap.peek(); e !== undefined; e = heap.peek()) {
        if (reached[get(this.#tail, e)] !== reached[get(this.#head, e)]) return e;
        heap.pop();
      }
      return undefined;
    };
    reach(0);
    while (members.length < this.#count) {
      const [ahead, back] = [nearest(out), nearest(into)];
      const [slackAhead, slackBack] = [
        ahead === undefined ? Number.POSITIVE_INFINITY : this.#slack(ahead) - moved,
        back === undefined ? Number.POSITIVE_INFINITY : this.#slack(back) + moved,
      ];
      const outward = slackAhead <= slackBack;
      const best = outward ? ahead : back;
      if (best === undefined) break;
      moved += outward ? slackAhead : -slackBack;
      this.#inTree[best] = 1;
      reach(outward ? get(this.#head, best) : get(this.#tail, best));
    }
    for (const v of members) this.#place[v] = get(this.#place, v) + moved;
  }

  /** Numbers a subtree in post-order, from a number on. */
  #number(root: number, from: number): void {
    let next = from;
    const path = [root];
    const cursors = [get(this.#first, root)];
    this.#low[root] = from;
    for (let depth = 0; depth >= 0; ) {
      const v = path[depth] ?? 0;
      const i = cursors[depth] ?? 0;
      this.#work++;
      if (i >= get(this.#first, v + 1)) {
        this.#lim[v] = next++;
        depth--;
        continue;
      }
      cursors[depth] = i + 1;
      const e = get(this.#touching, i);
      if (this.#inTree[e] !== 1 || e === get(this.#up, v)) continue;
      const child = this.#other(e, v);
      this.#up[child] = e;
      this.#low[child] = next;
      depth++;
      path[depth] = child;
      cursors[depth] = get(this.#first, child);
    }
  }

  /** What a unit more of each tree edge costs, from the leaves on. */
  #findCuts(): void {
    const order = Array.from({ length: this.#count }, (_, v) => v).sort((a, b) => get(this.#lim, a) - get(this.#lim, b));
    for (const v of order) {
      const above = get(this.#up, v);
      if (above < 0) continue;
      const direction = get(this.#tail, above) === v ? 1 : -1;
      let sum = 0;
      for (let i = get(this.#first, v); i < get(this.#first, v + 1); i++) {
        const e = get(this.#touching, i);
        const sign = get(this.#tail, e) === v ? direction : -direction;
        sum += sign * (get(this.#weight, e) - (this.#inTree[e] === 1 && e !== above ? get(this.#cut, e) : 0));
      }
      this.#cut[above] = sum;
    }
  }

  /** A tree edge that should be longer: of the next few, the one that gains most. */
  #leaving(): number {
    let best = -1;
    for (let step = 0, found = 0; step < this.#edges && found < 30; step++) {
      const e = this.#cursor;
      this.#cursor = e + 1 < this.#edges ? e + 1 : 0;
      if (this.#inTree[e] !== 1 || get(this.#cut, e) > -1e-9) continue;
      if (best < 0 || get(this.#cut, e) < get(this.#cut, best)) best = e;
      found++;
    }
    return best;
  }

  /** The edge of least slack that leads back from where a tree edge leads to. */
  #entering(leaving: number): number {
    const below = this.#below(leaving);
    const outward = below === get(this.#head, leaving);
    const [low, lim] = [get(this.#low, below), get(this.#lim, below)];
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    const open = [below];
    for (let v = open.pop(); v !== undefined; v = open.pop()) {
      for (let i = get(this.#first, v); i < get(this.#first, v + 1); i++) {
        const e = get(this.#touching, i);
        const other = this.#other(e, v);
        if (this.#inTree[e] === 1) {
          if (get(this.#up, other) === e && e !== leaving) open.push(other);
          continue;
        }
        const its = get(this.#lim, other);
        if ((get(this.#tail, e) === v) !== outward || (its >= low && its <= lim)) continue;
        const slack = this.#slack(e);
        if (slack < least) [best, least] = [e, slack];
      }
    }
    return best;
  }

  #exchange(leaving: number, entering: number): void {
    const below = this.#below(leaving);
    const slack = this.#slack(entering);
    this.#move(below, below === get(this.#head, leaving) ? slack : -slack);
    const cut = get(this.#cut, leaving);
    const [tail, head] = [get(this.#tail, entering), get(this.#head, entering)];
    const top = this.#changeCuts(tail, head, cut);
    this.#changeCuts(head, tail, -cut);
    this.#cut[entering] = -cut;
    this.#cut[leaving] = 0;
    this.#inTree[leaving] = 0;
    this.#inTree[entering] = 1;
    this.#number(top, get(this.#low, top));
  }

  #move(root: number, by: number): void {
    if (by === 0) return;
    const open = [root];
    for (let v = open.pop(); v !== undefined; v = open.pop()) {
      this.#place[v] = get(this.#place, v) + by;
      for (let i = get(this.#first, v); i < get(this.#first, v + 1); i++) {
        const e = get(this.#touching, i);
        const other = this.#other(e, v);
        if (this.#inTree[e] === 1 && get(this.#up, other) === e) open.push(other);
      }
    }
  }

  /** Changes the cuts on the way from a node up to the first one that is above another one too; gives that. */
  #changeCuts(from: number, to: number, cut: number): number {
    const lim = get(this.#lim, to);
    let v = from;
    while (lim < get(this.#low, v) || lim > get(this.#lim, v)) {
      const e = get(this.#up, v);
      this.#cut[e] = get(this.#cut, e) + (get(this.#tail, e) === v ? cut : -cut);
      v = this.#other(e, v);
    }
    return v;
  }
}

/** A node of each set of nodes that distances join. */
function components(count: number, distances: readonly Distance[]): number[] {
  const above = Int32Array.from({ length: count }, (_, v) => v);
  const find = (v: number): number => {
    let root = v;
    while (get(above, root) !== root) {
      above[root] = get(above, get(above, root));
      root = get(above, root);
    }
    return root;
  };
  for (const { from, to } of distances) above[find(from)] = find(to);
  return Array.from({ length: count }, (_, v) => v).filter((v) => find(v) === v);
}
