import { MinHeap } from '@autograph/geometry/min-heap.ts';
import { RootedTree } from './rooted-tree.ts';

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

/** Edges to choose from. */
const mostCandidates = 30;

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
  /** Edges that lead out of node v: `#out` from `#firstOut[v]` to `#firstOut[v + 1]`; and those that lead into it. */
  readonly #firstOut: Int32Array;
  readonly #out: Int32Array;
  readonly #firstInto: Int32Array;
  readonly #into: Int32Array;
  readonly #place: Float64Array;
  readonly #tree: RootedTree;
  /** Nodes of the tree, each after its parent as the tree was grown. */
  readonly #grown: Int32Array;
  readonly #cut: Float64Array;
  /** A part of the tree. */
  readonly #part: Int32Array;
  /** Where the search for an edge to exchange goes on. */
  #cursor = 0;
  /** Nodes and edges looked at so far. */
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
    [this.#firstOut, this.#out] = byNode(this.#count, this.#tail);
    [this.#firstInto, this.#into] = byNode(this.#count, this.#head);
    this.#place = new Float64Array(this.#count);
    this.#tree = new RootedTree(this.#count);
    this.#grown = new Int32Array(this.#count);
    this.#part = new Int32Array(this.#count);
    this.#cut = new Float64Array(all.length);
  }

  solve(mostWork: number): Float64Array {
    this.#placeFirst();
    this.#growTree();
    this.#findCuts();
    for (let steps = 0; this.#work < mostWork && steps < 40 * this.#count; steps++) {
      const leaving = this.#leaving();
      if (leaving < 0 || !this.#improve(leaving)) break;
    }
    return this.#place.slice(0, this.#count - 1);
  }

  #slack(e: number): number {
    return get(this.#place, get(this.#head, e)) - get(this.#place, get(this.#tail, e)) - get(this.#least, e);
  }

  /** As far back as the distances allow. */
  #placeFirst(): void {
    const waiting = new Int32Array(this.#count);
    for (let e = 0; e < this.#edges; e++) waiting[get(this.#head, e)] = get(waiting, get(this.#head, e)) + 1;
    const ready: number[] = [];
    for (let v = 0; v < this.#count; v++) if (waiting[v] === 0) ready.push(v);
    for (let v = ready.pop(); v !== undefined; v = ready.pop()) {
      for (let i = get(this.#firstOut, v); i < get(this.#firstOut, v + 1); i++) {
        const e = get(this.#out, i);
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
    let members = 0;
    /** How far the tree has been moved; its nodes are noted without it until the end. */
    let moved = 0;
    // By slack, were the tree not moved: edges that lead out of it, and into it.
    const [out, into] = [new MinHeap(), new MinHeap()];
    const reach = (v: number) => {
      reached[v] = 1;
      this.#grown[members++] = v;
      this.#place[v] = get(this.#place, v) - moved;
      for (let i = get(this.#firstOut, v); i < get(this.#firstOut, v + 1); i++) {
        const e = get(this.#out, i);
        if (reached[get(this.#head, e)] !== 1) out.push(e, this.#slack(e));
      }
      for (let i = get(this.#firstInto, v); i < get(this.#firstInto, v + 1); i++) {
        const e = get(this.#into, i);
        if (reached[get(this.#tail, e)] !== 1) into.push(e, this.#slack(e));
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
    while (members < this.#count) {
      const [ahead, back] = [nearest(out), nearest(into)];
      const [slackAhead, slackBack] = [
        ahead === undefined ? Number.POSITIVE_INFINITY : this.#slack(ahead) - moved,
        back === undefined ? Number.POSITIVE_INFINITY : this.#slack(back) + moved,
      ];
      const outward = slackAhead <= slackBack;
      const best = outward ? ahead : back;
      if (best === undefined) break;
      moved += outward ? slackAhead : -slackBack;
      const [tail, head] = [get(this.#tail, best), get(this.#head, best)];
      this.#tree.grow(outward ? head : tail, outward ? tail : head, best);
      reach(outward ? head : tail);
    }
    for (let i = 0; i < members; i++) {
      const v = get(this.#grown, i);
      this.#place[v] = get(this.#place, v) + moved;
    }
  }

  /** What a unit more of each tree edge costs, from the leaves on. */
  #findCuts(): void {
    // What a node and all below it pull back, less what they pull on.
    const pull = new Float64Array(this.#count);
    for (let e = 0; e < this.#edges; e++) {
      const [tail, head, weight] = [get(this.#tail, e), get(this.#head, e), get(this.#weight, e)];
      pull[tail] = get(pull, tail) + weight;
      pull[head] = get(pull, head) - weight;
    }
    for (let i = this.#count - 1; i > 0; i--) {
      const v = get(this.#grown, i);
      const [e, parent] = [get(this.#tree.up, v), get(this.#tree.parent, v)];
      this.#cut[e] = get(this.#tail, e) === v ? get(pull, v) : -get(pull, v);
      pull[parent] = get(pull, parent) + get(pull, v);
    }
  }

  /** The node below a tree edge that should be longer: of the next few, the one that gains most. */
  #leaving(): number {
    let best = -1;
    let least = -1e-9;
    for (let step = 0, found = 0; step < this.#count && found < mostCandidates; step++) {
      const v = this.#cursor;
      this.#cursor = v + 1 < this.#count ? v + 1 : 0;
      const e = get(this.#tree.up, v);
      if (e < 0 || get(this.#cut, e) > -1e-9) continue;
      found++;
      if (get(this.#cut, e) >= least) continue;
      best = v;
      least = get(this.#cut, e);
    }
    return best;
  }

  /** Makes the tree edge above a node longer until another one has no slack left, which takes its place. */
  #improve(below: number): boolean {
    const [tree, part] = [this.#tree, this.#part];
    const leaving = get(tree.up, below);
    const found = tree.part(below, part);
    // The head's part of the tree moves on; edges that lead from there to the other part lose their slack.
    const isHeads = (get(this.#head, leaving) === below) === found.below;
    const [first, list, ends] = isHeads ? [this.#firstOut, this.#out, this.#head] : [this.#firstInto, this.#into, this.#tail];
    let entering = -1;
    let slack = Number.POSITIVE_INFINITY;
    for (let i = 0; i < found.count; i++) {
      const v = get(part, i);
      const last = get(first, v + 1);
      for (let at = get(first, v); at < last; at++) {
        const e = get(list, at);
        if (tree.isMarked(get(ends, e))) continue;
        const own = this.#slack(e);
        if (own < slack) [entering, slack] = [e, own];
      }
      this.#work += 2 + last - get(first, v);
    }
    if (entering < 0) return false;
    if (slack !== 0) {
      const by = isHeads ? slack : -slack;
      for (let i = 0; i < found.count; i++) this.#place[get(part, i)] = get(this.#place, get(part, i)) + by;
    }
    const cut = get(this.#cut, leaving);
    const [tail, head] = [get(this.#tail, entering), get(this.#head, entering)];
    tree.eachBetween(tail, head, (v, first) => {
      const e = get(tree.up, v);
      this.#cut[e] = get(this.#cut, e) + ((get(this.#tail, e) === v) === first ? cut : -cut);
      this.#work++;
    });
    this.#cut[entering] = -cut;
    this.#cut[leaving] = 0;
    tree.exchange(below, entering, isHeads ? tail : head, isHeads ? head : tail, part, found.count);
    return true;
  }
}

/** Edges by the node at one of their ends: where each node's begin, and all of them. */
function byNode(count: number, ends: Int32Array): readonly [Int32Array, Int32Array] {
  const first = new Int32Array(count + 1);
  for (const v of ends) first[v + 1] = get(first, v + 1) + 1;
  for (let v = 0; v < count; v++) first[v + 1] = get(first, v + 1) + get(first, v);
  const next = first.slice();
  const list = new Int32Array(ends.length);
  for (const [e, v] of ends.entries()) {
    list[get(next, v)] = e;
    next[v] = get(next, v) + 1;
  }
  return [first, list];
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
