import type { BlockId, Shape, ShapeId } from '@autograph/document';
import { type Box, flatten, type Lane, type Path, type Vec } from '@autograph/geometry';
import { ArrowBindings, boundTo } from './arrow-bindings.ts';
import type { BlockDeriver, Derivation } from './block-deriver.ts';
import { BlockViews } from './block-views.ts';
import { ConnectorOrder } from './connector-order.ts';
import { Damage } from './damage.ts';
import type { DocumentChange, DocumentStore } from './document-store.ts';
import { besideFolded, foldedLane } from './folded-lane.ts';
import { PageGeometry } from './page-geometry.ts';
import type { Scene } from './scene.ts';
import type { ShapeDefinition } from './shape-definition.ts';
import { ShapeTree } from './shape-tree.ts';
import { type Transient, whatMoves } from './transient.ts';
import { whatShifts } from './what-shifts.ts';

/** An arrow end whose shape has gone, with the page point where it last was. */
export interface LooseEnd {
  readonly arrow: ShapeId;
  readonly side: 'start' | 'end';
  readonly at: Vec;
}

/** When a move stretches more arrows than this, they find their ways around others only when it ends. */
const detoursAtMost = 20;

/**
 * Everything on the board, stored and derived, with its place on the page. Answers include what a gesture shows but has
 * not stored: previewed records and a moved selection's offset.
 */
export class SceneGraph implements Scene {
  readonly #document: DocumentStore;
  readonly #definitions: ReadonlyMap<string, ShapeDefinition>;
  readonly #blocks: BlockViews;
  readonly #tree = new ShapeTree();
  readonly #order = new ConnectorOrder(this.#tree);
  readonly #bindings = new ArrowBindings();
  readonly #geometry: PageGeometry;
  #preview: ReadonlyMap<ShapeId, Shape | null> = new Map();
  #transient: Transient | null = null;
  #loose: LooseEnd[] = [];

  constructor(document: DocumentStore, definitions: ReadonlyMap<string, ShapeDefinition>, deriver: BlockDeriver) {
    this.#document = document;
    this.#definitions = definitions;
    this.#blocks = new BlockViews(deriver);
    this.#geometry = new PageGeometry(
      this.#tree,
      this.#order,
      this,
      (type) => definitions.get(type),
      (id) => this.#dependents(id),
    );
    const derived = [...document.blocks].flatMap(([id, block]) => this.#blocks.update(id, block));
    this.#replace([...document.shapes, ...derived]);
  }

  get size(): number {
    return this.#tree.size;
  }

  get(id: ShapeId): Shape | undefined {
    return this.#tree.get(id);
  }

  definition(type: string): ShapeDefinition | undefined {
    return this.#definitions.get(type);
  }

  children(parent: ShapeId | null): readonly Shape[] {
    return this.#tree.children(parent);
  }

  /** The container that the shape really lies in; null for the page. */
  parent(id: ShapeId): ShapeId | null {
    return this.#tree.parent(id) ?? null;
  }

  /** All below the shape (null: all there is), parents first; without itself. */
  descendants(id: ShapeId | null): Shape[] {
    return this.children(id).flatMap((child) => [child, ...this.descendants(child.id)]);
  }

  foldedIn(id: ShapeId): ShapeId | undefined {
    let folded: ShapeId | undefined;
    for (let up = this.parent(id); up !== null; up = this.parent(up)) if (this.get(up)?.collapsed) folded = up;
    return folded;
  }

  origin(shape: Shape): Vec {
    let x = 0;
    let y = 0;
    const first = this.#tree.get(shape.id) ? this.parent(shape.id) : shape.parent_id;
    for (let at = first === null ? undefined : this.get(first); at; at = this.get(this.parent(at.id) ?? '')) {
      x += at.x;
      y += at.y;
    }
    const offset = this.#offset(shape.id) ?? this.#offset(first);
    return offset ? { x: x + offset.x, y: y + offset.y } : { x, y };
  }

  /** How far a move in progress has taken the shape. */
  #offset(id: ShapeId | null): Vec | undefined {
    const slot = id === null || !this.#transient ? undefined : this.#tree.slot(id);
    return slot === undefined ? undefined : this.#geometry.offset(slot);
  }

  pageBounds(id: ShapeId): Box | undefined {
    const slot = this.#tree.slot(id);
    return slot === undefined ? undefined : this.#geometry.bounds(slot);
  }

  pageOutline(id: ShapeId): Path | undefined {
    const slot = this.#tree.slot(id);
    return slot === undefined ? undefined : this.#geometry.outline(slot);
  }

  /** The box on the page that encloses all paint of the shape, px. */
  paintBounds(id: ShapeId): Box | undefined {
    const slot = this.#tree.slot(id);
    return slot === undefined ? undefined : this.#geometry.paintBounds(slot);
  }

  /**
   * What looks different than at the last call: shapes that are not just at another place (also such as are gone), and the
   * boxes on the page to paint anew, px, except for shapes that are painted `apart`. That the whole board has moved is said by `drift` alone.
   */
  takeDamage(apart: ReadonlySet<ShapeId> = new Set()): { readonly ids: readonly ShapeId[]; readonly boxes: readonly Box[] } {
    const { slots, boxes } = this.#geometry.takeDamage(({ id }) => apart.has(id));
    return { ids: slots.flatMap((slot) => this.#tree.atSlot(slot)?.id ?? []), boxes };
  }

  /** The boxes to paint anew for somebody who follows the board apart: all that has changed since the last call, whatever else has taken it. */
  watchDamage(): { take(): readonly Box[]; stop(): void } {
    const damage = new Damage();
    const stop = this.#geometry.watch(damage);
    return { take: () => this.#geometry.takeDamage(() => false, damage).boxes, stop };
  }

  /** How far the board as a whole has been moved since it was opened, px: what was painted before is true at a place that much farther. */
  get drift(): Vec {
    return this.#geometry.drift;
  }

  /** Whether the move in progress takes all there is along. */
  get isMovingWhole(): boolean {
    return this.#transient?.stretching.length === 0 && this.#transient.moving.size === this.size;
  }

  localOutline(id: ShapeId): Path | undefined {
    const slot = this.#tree.slot(id);
    return slot === undefined ? undefined : this.#geometry.localOutline(slot);
  }

  lane(arrow: ShapeId): Lane | undefined {
    const shape = this.get(arrow);
    const folded = shape && foldedLane(this, shape);
    return folded === 'single' ? undefined : (folded ?? this.#bindings.lane(arrow));
  }

  obstacles(arrow: Shape, area: Box): readonly Box[] {
    const slot = this.#tree.slot(arrow.id);
    if (slot === undefined || this.#hasty.has(arrow.id)) return [];
    const joined = new Set(boundTo(arrow));
    for (const id of [...joined, arrow.id]) for (let up = this.parent(id); up !== null; up = this.parent(up)) joined.add(up);
    return this.#geometry.solidsNear(slot, area, (shape) => {
      if (!this.#definitions.get(shape.type)?.bindable) return false;
      for (let up: ShapeId | null = shape.id; up !== null; up = this.parent(up)) {
        if (this.get(up)?.hidden || (up !== arrow.parent_id && boundTo(arrow).includes(up))) return false;
      }
      return !joined.has(shape.id);
    });
  }

  /** Arrows and lines that end at the shape. */
  arrowsAt(id: ShapeId): ReadonlySet<ShapeId> {
    return this.#bindings.at(id);
  }

  /** Ids of the shapes whose paint may touch the box, in paint order. */
  query(box: Box): ShapeId[] {
    return this.#geometry.query(box).flatMap((slot) => this.#tree.atSlot(slot)?.id ?? []);
  }

  /** The same ids in paint order, without those that do not exist. */
  inPaintOrder(ids: Iterable<ShapeId>): ShapeId[] {
    const slots = [...ids].flatMap((id) => this.#tree.slot(id) ?? []);
    return this.#order.sort(slots).flatMap((slot) => this.#tree.atSlot(slot)?.id ?? []);
  }

  /** The container right above which a connector is painted that joins into or out of it; undefined for what is painted where it lies. */
  paintedOver(id: ShapeId): ShapeId | undefined {
    return this.#order.over(id);
  }

  derivation(id: BlockId): Derivation | undefined {
    return this.#blocks.derivation(id);
  }

  /** The last source of a code block that parsed, as far as it was seen here. */
  lastValidSource(id: BlockId): string | undefined {
    return this.#blocks.lastValid(id);
  }

  get transient(): Transient | null {
    return this.#transient;
  }

  /** Shows shapes, with all they contain, moved by an offset that is not stored; null ends it. Only arrows with one end among them are computed anew. */
  setTransient(move: { readonly ids: readonly ShapeId[]; readonly dx: number; readonly dy: number } | null): void {
    const before = this.#transient;
    if (move === null) this.#transient = null;
    else if (before && before.ids === move.ids && !this.#changed) this.#transient = { ...before, dx: move.dx, dy: move.dy };
    else this.#transient = { ...move, ...whatMoves(this, move.ids) };
    this.#changed = false;
    const now = this.#transient;
    if (before?.moving !== now?.moving) {
      const slots = new Set<number>();
      for (const id of now?.moving ?? []) {
        const slot = this.#tree.slot(id);
        if (slot !== undefined) slots.add(slot);
      }
      this.#movingSlots = slots;
      this.#hasty = new Set(now && now.stretching.length > detoursAtMost ? now.stretching : []);
    }
    this.#geometry.shift(this.#movingSlots, { x: now?.dx ?? 0, y: now?.dy ?? 0 });
    for (const id of [...(before?.stretching ?? []), ...(now?.stretching ?? [])]) this.#invalidateOne(id);
    // What joins a move in progress was found where the move had taken others.
    if (before && now && before.moving !== now.moving) for (const id of now.moving) if (!before.moving.has(id)) this.#invalidateOne(id);
  }
  #movingSlots: ReadonlySet<number> = new Set();
  #hasty: ReadonlySet<ShapeId> = new Set();
  /** Whether the document has changed since the move in progress was last shown: others may have bound arrows to what moves. */
  #changed = false;

  /** Shows records that are not stored in place of the stored ones (null: hides one) until the next call. */
  setPreview(preview: ReadonlyMap<ShapeId, Shape | null>): void {
    const before = this.#preview;
    this.#preview = preview;
    const changes = new Map<ShapeId, Shape | null>();
    for (const id of before.keys()) if (!preview.has(id)) changes.set(id, this.stored(id) ?? null);
    for (const [id, shape] of preview) if (before.get(id) !== shape) changes.set(id, shape);
    this.#replace([...changes]);
  }

  get preview(): ReadonlyMap<ShapeId, Shape | null> {
    return this.#preview;
  }

  /** Follows a change of the document. */
  follow(change: DocumentChange): void {
    this.#changed = true;
    const move = this.#transient;
    // What comes, goes or gets another parent in the middle of a move is carried along, or left, from then on.
    if (move) this.setTransient(null);
    this.#take(change);
    if (move) this.setTransient({ ids: move.ids.filter((id) => this.get(id)), dx: move.dx, dy: move.dy });
  }

  #take(change: DocumentChange): void {
    const changes: (readonly [ShapeId, Shape | null])[] = [];
    // A shape and a code block of one id take each other's place: what comes counts, not what goes.
    for (const [id, { after }] of change.shapes) if (after || !change.blocks.get(id)?.after) changes.push([id, after ?? null]);
    for (const [id, { after }] of change.blocks)
      for (const [part, shape] of this.#blocks.update(id, after)) if (shape || !change.shapes.get(part)?.after) changes.push([part, shape]);
    if (this.#preview.size > 0) this.#replace(changes.filter(([id]) => !this.#preview.has(id)));
    else if (change.translation) this.#shift(changes, change.translation);
    else this.#replace(changes);
  }

  /** Takes in records that have all moved by one offset in their parents. */
  #shift(changes: readonly (readonly [ShapeId, Shape | null])[], by: Vec): void {
    this.#tree.apply(changes);
    if (changes.length === this.children(null).length && changes.every(([id]) => this.parent(id) === null)) {
      this.#geometry.translateAll(by);
      return;
    }
    const { shifted, reformed } = whatShifts(this, new Set(changes.map(([id]) => id)));
    this.#geometry.translate(
      [...shifted].flatMap((id) => this.#tree.slot(id) ?? []),
      by,
    );
    for (const id of reformed) this.#invalidateOne(id);
    this.#geometry.renewDetours();
  }

  /** Arrow ends that lost their shape since the last call and still name it. */
  takeLooseEnds(): LooseEnd[] {
    const loose = this.#loose.filter(({ arrow, side }) => {
      const target = this.get(arrow)?.[side]?.shape_id;
      return target !== undefined && !this.get(target);
    });
    const mayCome = ({ arrow, side }: LooseEnd) => this.#blocks.isPending(this.get(arrow)?.[side]?.shape_id ?? '');
    this.#loose = loose.filter(mayCome);
    return loose.filter((end) => !mayCome(end));
  }

  get hasLooseEnds(): boolean {
    return this.#loose.length > 0;
  }

  /** A shape as it is stored, or drawn by its code, whatever a gesture or typing shows in its place. */
  stored(id: ShapeId): Shape | undefined {
    return this.#document.shapes.get(id) ?? this.#blocks.get(id);
  }

  #replace(changes: readonly (readonly [ShapeId, Shape | null])[]): void {
    for (const [id, shape] of changes) if (!shape) this.#noteLooseEnds(id);
    const pending: ShapeId[] = [];
    for (const [id, shape] of changes) {
      const before = this.#tree.get(id);
      if (before) this.#invalidate(id);
      if (!shape) {
        const slot = this.#tree.slot(id);
        if (slot !== undefined) this.#geometry.forget(slot);
      }
      if (before && boundTo(before).length > 0) pending.push(...besideFolded(this, before));
      if ((before && boundTo(before).length > 0) || (shape && boundTo(shape).length > 0))
        pending.push(...this.#bindings.replace(before, shape ?? undefined));
    }
    this.#tree.apply(changes);
    for (const [, shape] of changes) if (shape && boundTo(shape).length > 0) pending.push(...besideFolded(this, shape));
    for (const id of pending) this.#invalidateOne(id);
    for (const [id, shape] of changes) {
      if (!shape) continue;
      this.#invalidate(id);
      for (const target of boundTo(shape)) if (!this.#tree.get(target)) this.#noteMissing(shape);
    }
    this.#geometry.renewDetours();
  }

  /** Marks the shape with all that it contains, and all whose place on the page follows from theirs. */
  #invalidate(id: ShapeId): void {
    this.#invalidateOne(id);
    for (const child of this.#tree.children(id)) this.#invalidate(child.id);
  }

  *#dependents(id: ShapeId): Iterable<ShapeId> {
    yield* this.#bindings.at(id);
    const up = this.parent(id);
    const container = up === null ? undefined : this.get(up);
    // A folded container shows how much it holds.
    if (container && (container.collapsed || this.#definitions.get(container.type)?.wraps)) yield container.id;
  }

  #invalidateOne(id: ShapeId): void {
    const slot = this.#tree.slot(id);
    if (slot !== undefined) this.#geometry.invalidate(slot);
  }

  /** Before a shape goes: remembers where the arrows at it end. */
  #noteLooseEnds(id: ShapeId): void {
    for (const arrowId of this.#bindings.at(id)) {
      const arrow = this.get(arrowId);
      const points = flatten(this.pageOutline(arrowId) ?? [])[0]?.points;
      const first = points?.[0];
      const last = points?.at(-1);
      if (arrow?.start?.shape_id === id && first) this.#loose.push({ arrow: arrowId, side: 'start', at: first });
      if (arrow?.end?.shape_id === id && last) this.#loose.push({ arrow: arrowId, side: 'end', at: last });
    }
  }

  /** An arrow that came in bound to nothing that exists. */
  #noteMissing(arrow: Shape): void {
    const origin = this.origin(arrow);
    for (const side of ['start', 'end'] as const) {
      const end = arrow[side];
      if (end?.shape_id === undefined || this.get(end.shape_id)) continue;
      const corner = side === 'start' ? { x: arrow.x, y: arrow.y } : { x: arrow.x + arrow.w, y: arrow.y + arrow.h };
      this.#loose.push({ arrow: arrow.id, side, at: { x: origin.x + (end.x ?? corner.x), y: origin.y + (end.y ?? corner.y) } });
    }
  }
}
