import type { Shape, ShapeId, Terminal } from '@autograph/document';
import type { Lane } from '@autograph/geometry';

const none: ReadonlySet<ShapeId> = new Set();

/** The spot of a shape that an end aims at, its middle where nothing else is said, to a hundredth of its size. */
function spotOf({ shape_id = '', anchor }: Terminal): string {
  const place = (share = 0.5) => Math.round(share * 100);
  return `${shape_id} ${place(anchor?.x)} ${place(anchor?.y)}`;
}

/** The two spots that an arrow joins, whichever way it runs: arrows of the same two would lie on each other. Undefined for a free end. */
function spotsOf(shape: Shape | undefined): string | undefined {
  if (shape?.start?.shape_id === undefined || shape.end?.shape_id === undefined) return undefined;
  return [spotOf(shape.start), spotOf(shape.end)].sort().join('\n');
}

/** The shapes that an arrow or line is bound to, each once. */
export function boundTo(shape: Shape): readonly ShapeId[] {
  const from = shape.start?.shape_id;
  const to = shape.end?.shape_id;
  if (from === undefined) return to === undefined ? [] : [to];
  return to === undefined || to === from ? [from] : [from, to];
}

/** Whether a shape runs between two ends (arrow, line) instead of filling a box; then its way points are in its parent's coordinates. */
export function isConnector(shape: Shape): boolean {
  return shape.start !== undefined || shape.end !== undefined;
}

/** Whether the shape's way leads around others, so that it depends on where they are. */
export function makesDetours(shape: Shape): boolean {
  return shape.avoid === true && !shape.points?.length;
}

/** Which arrows end at which shape, so that a move touches only its own arrows. */
export class ArrowBindings {
  readonly #arrows = new Map<ShapeId, Set<ShapeId>>();
  readonly #pairs = new Map<string, ShapeId[]>();
  readonly #pairOf = new Map<ShapeId, string>();

  /** Arrows bound to the shape. */
  at(target: ShapeId): ReadonlySet<ShapeId> {
    return this.#arrows.get(target) ?? none;
  }

  /** Tells of a replaced record; gives the other arrows whose lane has changed with it. */
  replace(before: Shape | undefined, after: Shape | undefined): readonly ShapeId[] {
    const id = (after ?? before)?.id;
    if (id === undefined) return [];
    const isSame = before?.start?.shape_id === after?.start?.shape_id && before?.end?.shape_id === after?.end?.shape_id;
    const spots = spotsOf(after);
    if (isSame && spots === spotsOf(before)) return [];
    const old = before ? boundTo(before) : [];
    const now = after ? boundTo(after) : [];
    for (const target of old) {
      const arrows = this.#arrows.get(target);
      arrows?.delete(id);
      if (arrows?.size === 0) this.#arrows.delete(target);
    }
    for (const target of now) {
      const arrows = this.#arrows.get(target);
      if (arrows) arrows.add(id);
      else this.#arrows.set(target, new Set([id]));
    }
    return [...this.#leave(id), ...this.#join(id, spots)];
  }

  /** Place of the arrow among those that join the same two spots of shapes. */
  lane(id: ShapeId): Lane | undefined {
    const pair = this.#pairOf.get(id);
    const arrows = pair === undefined ? undefined : this.#pairs.get(pair);
    return arrows && arrows.length > 1 ? { index: arrows.indexOf(id), count: arrows.length } : undefined;
  }

  #leave(id: ShapeId): readonly ShapeId[] {
    const pair = this.#pairOf.get(id);
    if (pair === undefined) return [];
    this.#pairOf.delete(id);
    const left = (this.#pairs.get(pair) ?? []).filter((other) => other !== id);
    if (left.length > 0) this.#pairs.set(pair, left);
    else this.#pairs.delete(pair);
    return left;
  }

  #join(id: ShapeId, pair: string | undefined): readonly ShapeId[] {
    if (pair === undefined) return [];
    const others = this.#pairs.get(pair) ?? [];
    this.#pairs.set(pair, [...others, id].sort());
    this.#pairOf.set(id, pair);
    return others;
  }
}
