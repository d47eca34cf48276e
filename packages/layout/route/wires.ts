import type { Box, Vec } from '@autograph/geometry';
import type { Direction, EdgeEnds } from '../graph.ts';
import { type Segment, segmentsOf } from '../segments.ts';

/** What stands where routes have to find their way. */
export interface RouteScene {
  readonly direction: Direction;
  readonly nodes: ReadonlyMap<string, Box>;
  readonly groups: ReadonlyMap<string, Box>;
  /** What titles of groups take up. */
  readonly titles: readonly Box[];
  /** Groups around a node or group, innermost first. */
  readonly around: (id: string) => readonly string[];
}

export interface RoutedEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label?: { readonly w: number; readonly h: number };
  readonly ends?: EdgeEnds;
}

export interface Route {
  readonly points: readonly Vec[];
  /** Middle of the label. */
  readonly label?: Vec;
}

/** The routes found so far, with their pieces and labels at hand. */
export class Wires {
  readonly #routes = new Map<string, Route>();
  readonly #segments = new Map<string, readonly Segment[]>();
  readonly #labels = new Map<string, Box>();
  readonly #ends = new Map<string, Map<string, Vec>>();

  set({ id, from, to, label }: RoutedEdge, route: Route): void {
    this.#routes.set(id, route);
    this.#segments.set(id, segmentsOf(route.points));
    if (label && route.label)
      this.#labels.set(id, { x: route.label.x - label.w / 2, y: route.label.y - label.h / 2, w: label.w, h: label.h });
    else this.#labels.delete(id);
    const [first, last] = [route.points[0], route.points.at(-1)];
    if (first) this.#endsAt(from).set(`${id}>`, first);
    if (last) this.#endsAt(to).set(`${id}<`, last);
  }

  remove({ id, from, to }: RoutedEdge): void {
    this.#routes.delete(id);
    this.#segments.delete(id);
    this.#labels.delete(id);
    this.#endsAt(from).delete(`${id}>`);
    this.#endsAt(to).delete(`${id}<`);
  }

  get(id: string): Route | undefined {
    return this.#routes.get(id);
  }

  segments(id: string): readonly Segment[] {
    return this.#segments.get(id) ?? [];
  }

  /** Calls `visit` for each piece of each route. */
  eachSegment(visit: (segment: Segment, edge: string) => void): void {
    for (const [id, segments] of this.#segments) for (const segment of segments) visit(segment, id);
  }

  get labels(): ReadonlyMap<string, Box> {
    return this.#labels;
  }

  /** Where routes end at a node. */
  endsOf(node: string): Iterable<Vec> {
    return this.#endsAt(node).values();
  }

  #endsAt(node: string): Map<string, Vec> {
    const known = this.#ends.get(node) ?? new Map<string, Vec>();
    this.#ends.set(node, known);
    return known;
  }
}
