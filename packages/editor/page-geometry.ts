import type { Shape, ShapeId } from '@autograph/document';
import {
  type Box,
  expandBox,
  GridIndex,
  type Path,
  pathBounds,
  rectanglePath,
  rotatedBounds,
  rotatePath,
  translateBox,
  translatePath,
  unionBoxes,
  type Vec,
} from '@autograph/geometry';
import { blurReach, handDrawnReach } from '@autograph/render';
import { isConnector } from './arrow-bindings.ts';
import type { ConnectorOrder } from './connector-order.ts';
import { Damage } from './damage.ts';
import { shownSize } from './folding.ts';
import type { Scene } from './scene.ts';
import type { ShapeDefinition } from './shape-definition.ts';
import type { ShapeTree } from './shape-tree.ts';

/** What lies between a shape's outline and the edge of its paint at most, when it does not say, px. */
const paintMargin = 4;

/** An outline, and the place on the page that it was found or seen from. */
interface PlacedOutline extends Vec {
  readonly path: Path;
}

/** Where every shape is on the page. Computed when asked for, and again only for what was marked stale. */
export class PageGeometry {
  readonly #tree: ShapeTree;
  readonly #order: ConnectorOrder;
  readonly #scene: Scene;
  readonly #definition: (type: string) => ShapeDefinition | undefined;
  /** What looks different as soon as a shape does: arrows at it, a group around it. */
  readonly #dependents: (id: ShapeId) => Iterable<ShapeId>;
  readonly #index = new GridIndex();
  readonly #bounds: (Box | undefined)[] = [];
  /** By slot, with where its box was when it was found: a shape that has moved since takes its outline along when asked. */
  readonly #outlines: (PlacedOutline | undefined)[] = [];
  readonly #stale = new Set<number>();
  /** Slots that are being computed: an arrow that (by bad data) ends at itself or at an arrow ending at it must not recurse. */
  readonly #underway = new Set<number>();
  readonly #damage = new Damage();
  /** What has changed, for each who follows it. */
  readonly #damages = new Set([this.#damage]);
  /** Where the ways of arrows lead that go around what is there, by slot. */
  readonly #detours = new GridIndex();
  /** What has changed its place since the detours were last seen to. */
  readonly #displaced = new Set<number>();
  #solidsFresh = false;
  /** As its shape sees it. */
  readonly #locals = new WeakMap<Path, PlacedOutline>();
  /** Moved by an offset. */
  readonly #ahead = new WeakMap<Path, PlacedOutline>();
  #moving: ReadonlySet<number> = new Set();
  #movingBox: Box | undefined;
  #offset: Vec = { x: 0, y: 0 };
  #drift: Vec = { x: 0, y: 0 };

  constructor(
    tree: ShapeTree,
    order: ConnectorOrder,
    scene: Scene,
    definition: (type: string) => ShapeDefinition | undefined,
    dependents: (id: ShapeId) => Iterable<ShapeId>,
  ) {
    this.#tree = tree;
    this.#order = order;
    this.#scene = scene;
    this.#definition = definition;
    this.#dependents = dependents;
  }

  /** How far all there is has moved together so far, px. */
  get drift(): Vec {
    return this.#drift;
  }

  /** Marks a slot, and all whose place follows from its own. */
  invalidate(slot: number): void {
    this.#stale.add(slot);
    this.#solidsFresh = false;
    this.#displace(slot);
    this.#touch(slot);
    const shape = this.#tree.atSlot(slot);
    if (!shape) return;
    for (const id of this.#dependents(shape.id)) {
      const dependent = this.#tree.slot(id);
      // What is stale already has marked its own dependents then.
      if (dependent !== undefined && !this.#stale.has(dependent)) this.invalidate(dependent);
    }
  }

  /** Marks the arrows whose detours lead where something has come or gone. */
  renewDetours(): void {
    for (const slot of this.#displaced) {
      if (this.#isSolid(slot)) this.#refresh(slot);
      this.#renewDetoursIn(this.#index.box(slot));
    }
    this.#displaced.clear();
  }

  #displace(slot: number): void {
    if (this.#detours.size === 0 || this.#detours.has(slot)) return;
    this.#displaced.add(slot);
    this.#renewDetoursIn(this.#index.box(slot));
  }

  #renewDetoursIn(box: Box | undefined): void {
    if (!box || this.#detours.size === 0) return;
    const crossed: number[] = [];
    this.#detours.query(box, (slot) => crossed.push(slot));
    for (const slot of crossed) if (!this.#stale.has(slot)) this.invalidate(slot);
  }

  #isSolid(slot: number): boolean {
    const shape = this.#tree.atSlot(slot);
    return shape !== undefined && !isConnector(shape) && !this.#definition(shape.type)?.wraps;
  }

  /** Boxes of what in the area is no line and `accepts` lets pass. The arrow in the slot is marked when anything there changes. */
  solidsNear(slot: number, area: Box, accepts: (shape: Shape) => boolean): Box[] {
    this.#detours.set(slot, area.x, area.y, area.w, area.h);
    if (!this.#solidsFresh) for (const other of [...this.#stale]) if (this.#isSolid(other)) this.#refresh(other);
    this.#solidsFresh = true;
    return this.#find(area).flatMap((other) => {
      const shape = this.#isSolid(other) ? this.#tree.atSlot(other) : undefined;
      return (shape && accepts(shape) && this.bounds(other)) || [];
    });
  }

  /**
   * Slots that look different than at the last call, and the boxes on the page to paint anew, px, except for shapes that are painted apart.
   * What a move in progress shifts does not count.
   */
  takeDamage(
    isApart: (shape: Shape) => boolean,
    damage = this.#damage,
  ): { readonly slots: readonly number[]; readonly boxes: readonly Box[] } {
    const { touched: slots, left } = damage.take();
    const boxes: Box[] = [];
    for (const [slot, before] of left) {
      const shape = this.#tree.atSlot(slot);
      if (shape && isApart(shape)) continue;
      this.#refresh(slot);
      boxes.push(...[before, this.#index.box(slot)].filter((box) => box !== undefined));
    }
    return { slots, boxes };
  }

  /** Notes for somebody else too what changes from now on. */
  watch(damage: Damage): () => void {
    this.#damages.add(damage);
    return () => this.#damages.delete(damage);
  }

  #touch(slot: number): void {
    const box = this.#index.box(slot);
    for (const damage of this.#damages) damage.touch(slot, box);
  }

  /** Moves what is kept of the slots by an offset, px: their form on the page has not changed. */
  translate(slots: Iterable<number>, by: Vec): void {
    for (const slot of slots) {
      if (this.#stale.has(slot)) continue;
      const paint = this.#index.box(slot);
      for (const damage of this.#damages) damage.move(slot, paint);
      this.#displace(slot);
      const bounds = this.#bounds[slot];
      if (bounds) this.#bounds[slot] = translateBox(bounds, by.x, by.y);
      if (paint) this.#index.set(slot, paint.x + by.x, paint.y + by.y, paint.w, paint.h);
    }
  }

  /** Moves all there is by an offset, px. */
  translateAll(by: Vec): void {
    this.#index.translateAll(by.x, by.y);
    this.#detours.translateAll(by.x, by.y);
    this.#movingBox = this.#movingBox && translateBox(this.#movingBox, by.x, by.y);
    this.#bounds.forEach((box, slot) => {
      if (box) this.#bounds[slot] = translateBox(box, by.x, by.y);
    });
    for (const damage of this.#damages) damage.translateAll(by);
    this.#drift = { x: this.#drift.x + by.x, y: this.#drift.y + by.y };
  }

  forget(slot: number): void {
    this.#displace(slot);
    this.#touch(slot);
    this.#stale.delete(slot);
    this.#index.remove(slot);
    this.#detours.remove(slot);

    this.#bounds[slot] = undefined;
    this.#outlines[slot] = undefined;
  }

  /** Shapes whose answers are shifted by an offset that is not stored yet. */
  shift(moving: ReadonlySet<number>, offset: Vec): void {
    if (this.#detours.size > 0) {
      this.#renewDetoursIn(this.#movingBox && translateBox(this.#movingBox, this.#offset.x, this.#offset.y));
      if (moving !== this.#moving) {
        // What ceases to move is back at its place, and what begins to has left it.
        this.#renewDetoursIn(this.#movingBox);
        this.#movingBox = this.#boxAtRest(moving);
        this.#renewDetoursIn(this.#movingBox);
      }
      this.#renewDetoursIn(this.#movingBox && translateBox(this.#movingBox, offset.x, offset.y));
    }
    this.#moving = moving;
    this.#offset = offset;
  }

  /** The box around all that moves, as it is stored. */
  #boxAtRest(moving: Iterable<number>): Box | undefined {
    const boxes: Box[] = [];
    for (const slot of moving) {
      if (this.#isSolid(slot)) this.#refresh(slot);
      const box = this.#index.box(slot);
      if (box) boxes.push(box);
    }
    return unionBoxes(boxes);
  }

  /** How far the move in progress has taken the slot's shape. */
  offset(slot: number): Vec | undefined {
    return this.#moving.has(slot) ? this.#offset : undefined;
  }

  bounds(slot: number): Box | undefined {
    this.#refresh(slot);
    const box = this.#bounds[slot];
    return box && this.#moving.has(slot) ? translateBox(box, this.#offset.x, this.#offset.y) : box;
  }

  outline(slot: number): Path | undefined {
    this.#refresh(slot);
    const shape = this.#tree.atSlot(slot);
    if (!shape) return undefined;
    const outline = this.#outlineAtRest(slot, shape);
    return outline && this.#moving.has(slot) ? this.#shifted(outline) : outline;
  }

  /** The outline where the move in progress has taken it: one path for all arrows that end there. */
  #shifted(outline: Path): Path {
    const known = this.#ahead.get(outline);
    if (known?.x === this.#offset.x && known.y === this.#offset.y) return known.path;
    const path = translatePath(outline, this.#offset.x, this.#offset.y);
    this.#ahead.set(outline, { path, ...this.#offset });
    return path;
  }

  #outlineAtRest(slot: number, shape: Shape): Path | undefined {
    const kept = this.#outlines[slot];
    const at = this.#bounds[slot];
    if (kept && (!at || (at.x === kept.x && at.y === kept.y))) return kept.path;
    const path =
      kept && at ? translatePath(kept.path, at.x - kept.x, at.y - kept.y) : this.#atRest(slot, () => this.#computeOutline(slot, shape));
    this.#outlines[slot] = path && { path, x: at?.x ?? 0, y: at?.y ?? 0 };
    return path;
  }

  /** Outline of an unturned shape in its own coordinates; the same path as long as nothing has changed. */
  localOutline(slot: number): Path | undefined {
    this.#refresh(slot);
    const shape = this.#tree.atSlot(slot);
    const path = shape && this.#outlineAtRest(slot, shape);
    if (!path) return undefined;
    const origin = this.#scene.origin(shape);
    const ahead = this.offset(slot) ?? { x: 0, y: 0 };
    const at = { x: origin.x + shape.x - ahead.x, y: origin.y + shape.y - ahead.y };
    const known = this.#locals.get(path);
    if (known?.x === at.x && known.y === at.y) return known.path;
    const local = translatePath(path, -at.x, -at.y);
    this.#locals.set(path, { path: local, ...at });
    return local;
  }

  /** Slots whose paint may touch the box, in paint order. */
  query(box: Box): number[] {
    for (const slot of this.#stale) this.#refresh(slot);
    return this.#order.sort(this.#find(box));
  }

  #find(box: Box): number[] {
    const found: number[] = [];
    if (this.#moving.size === 0) this.#index.query(box, (slot) => found.push(slot));
    else {
      this.#index.query(box, (slot) => {
        if (!this.#moving.has(slot)) found.push(slot);
      });
      this.#index.query(translateBox(box, -this.#offset.x, -this.#offset.y), (slot) => {
        if (this.#moving.has(slot)) found.push(slot);
      });
    }
    return found;
  }

  /** The box that encloses all paint of the shape. */
  paintBounds(slot: number): Box | undefined {
    this.#refresh(slot);
    const box = this.#index.box(slot);
    return box && this.#moving.has(slot) ? translateBox(box, this.#offset.x, this.#offset.y) : box;
  }

  #refresh(slot: number): void {
    if (!this.#stale.delete(slot)) return;
    const shape = this.#tree.atSlot(slot);
    this.#outlines[slot] = undefined;
    this.#detours.remove(slot);
    if (!shape) {
      this.forget(slot);
      return;
    }
    this.#atRest(slot, () => {
      const outline = isConnector(shape) ? this.#computeOutline(slot, shape) : undefined;
      const bounds = (outline && pathBounds(outline)) ?? this.#computeBounds(shape);
      this.#bounds[slot] = bounds;
      this.#outlines[slot] = outline && { path: outline, x: bounds.x, y: bounds.y };
      const paint = this.#computePaint(shape, bounds);
      this.#index.set(slot, paint.x, paint.y, paint.w, paint.h);
    });
  }

  /** Runs with the offset off when the slot itself is one that is shifted: what is kept of it is kept unshifted. */
  #atRest<T>(slot: number, compute: () => T): T | undefined {
    if (this.#underway.has(slot)) return undefined;
    const moving = this.#moving;
    if (moving.has(slot)) this.#moving = new Set();
    this.#underway.add(slot);
    try {
      return compute();
    } finally {
      this.#underway.delete(slot);
      this.#moving = moving;
    }
  }

  #computeBounds(shape: Shape): Box {
    const definition = this.#definition(shape.type);
    if (definition?.wraps) {
      const around = unionBoxes(this.#childBounds(shape.id));
      if (around) return around;
    }
    const origin = this.#scene.origin(shape);
    const { w, h } = shownSize(shape, definition);
    return rotatedBounds({ x: origin.x + shape.x, y: origin.y + shape.y, w, h }, shape.rotation);
  }

  *#childBounds(id: ShapeId): Iterable<Box> {
    for (const child of this.#tree.children(id)) {
      const slot = this.#tree.slot(child.id);
      const box = slot === undefined ? undefined : this.bounds(slot);
      if (box) yield box;
    }
  }

  #computeOutline(slot: number, shape: Shape): Path {
    const definition = this.#definition(shape.type);
    if (definition?.wraps) return rectanglePath(this.#bounds[slot] ?? { x: shape.x, y: shape.y, w: shape.w, h: shape.h });
    const local = definition?.outline(shape, this.#scene) ?? rectanglePath({ x: 0, y: 0, w: shape.w, h: shape.h });
    const origin = this.#scene.origin(shape);
    return translatePath(rotatePath(local, shape.rotation, { x: shape.w / 2, y: shape.h / 2 }), origin.x + shape.x, origin.y + shape.y);
  }

  #computePaint(shape: Shape, bounds: Box): Box {
    const margin = paintMargin + (shape.stroke_width ?? 0) / 2 + (shape.look ? handDrawnReach : 0);
    const painted = this.#definition(shape.type)?.paintBounds?.(shape, this.#scene);
    if (!painted && !shape.shadow) return expandBox(bounds, margin);
    const origin = this.#scene.origin(shape);
    // Unturned, the place on the page says more than the record: that of a group or an arrow, or what is folded.
    const upright = shape.rotation === 0 ? translateBox(bounds, -origin.x - shape.x, -origin.y - shape.y) : undefined;
    const local = withShadow(shape, painted ?? upright ?? { x: 0, y: 0, w: shape.w, h: shape.h });
    const page = translateBox(local, origin.x + shape.x, origin.y + shape.y);
    if (shape.rotation === 0) return expandBox(page, margin);
    const corners = rotatePath(rectanglePath(page), shape.rotation, {
      x: origin.x + shape.x + shape.w / 2,
      y: origin.y + shape.y + shape.h / 2,
    });
    return expandBox(pathBounds(corners) ?? page, margin);
  }
}

/** The local box of a shape's paint with its shadow; `painted` is that without. */
function withShadow({ shadow }: Shape, painted: Box): Box {
  if (!shadow) return painted;
  return unionBoxes([painted, expandBox(translateBox(painted, shadow.x, shadow.y), blurReach(shadow.blur))]) ?? painted;
}
