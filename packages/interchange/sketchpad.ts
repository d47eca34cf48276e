import { keysBetween, limits, type Shape, type ShapeId, shapeProperties } from '@autograph/document';
import type { Vec } from '@autograph/geometry';
import type { ImageContent } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import type { ForeignBoard } from './file-format.ts';

/** A shape as a reader describes it: placed on the page, in the order of painting. The last four are properties of single kinds. */
export interface Sketch extends Partial<Omit<Shape, 'index' | 'parent_id'>> {
  readonly id: ShapeId;
  readonly type: string;
  readonly svg?: string;
  readonly asset?: string;
  readonly auto_width?: boolean;
  readonly outline?: string;
}

const within = (value: unknown, max: number, min = -max): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : 0;

/** Collects what a reader finds, all on the page, and makes records of it: parents' coordinates, order keys, only properties that are valid. */
export class Sketchpad {
  readonly #sketches = new Map<ShapeId, Sketch>();
  readonly #parents = new Map<ShapeId, ShapeId>();
  readonly #images = new Map<string, ImageContent>();
  readonly #losses = new Set<string>();

  has(id: ShapeId): boolean {
    return this.#sketches.has(id);
  }

  get(id: ShapeId): Sketch | undefined {
    return this.#sketches.get(id);
  }

  add(sketch: Sketch, parent?: ShapeId): void {
    this.#sketches.set(sketch.id, sketch);
    if (parent !== undefined) this.#parents.set(sketch.id, parent);
  }

  addImage(key: string, image: ImageContent): void {
    this.#images.set(key, image);
  }

  lose(sentence: string): void {
    this.#losses.add(sentence);
  }

  /** The board that the sketches make. */
  board(background?: ForeignBoard['background']): ForeignBoard {
    const keys = keysBetween(null, null, this.#sketches.size);
    const shapes = [...this.#sketches.values()].flatMap((sketch, at) => this.#record(sketch, keys[at] ?? 'a0'));
    return { shapes, images: this.#images, ...(background && { background }), losses: [...this.#losses] };
  }

  #record(sketch: Sketch, index: string): Shape[] {
    const parent = this.#parentOf(sketch.id);
    const origin = this.#corner(parent);
    const shift = ({ x, y }: Vec) => ({ x: within(x - origin.x, limits.coordinate), y: within(y - origin.y, limits.coordinate) });
    const place = shift(this.#corner(sketch.id));
    const end = (terminal: Shape['start']): Shape['start'] =>
      terminal?.x === undefined || terminal.y === undefined ? terminal : { ...terminal, ...shift({ x: terminal.x, y: terminal.y }) };
    const isConnector = sketch.start !== undefined && sketch.end !== undefined;
    const points = isConnector ? sketch.points?.map(([x = 0, y = 0]) => [shift({ x, y }).x, shift({ x, y }).y]) : sketch.points;
    const record: Record<string, unknown> = {
      ...sketch,
      ...place,
      w: within(sketch.w, limits.coordinate, 0),
      h: within(sketch.h, limits.coordinate, 0),
      // Radians of other tools come back as 29.999999999999996.
      rotation: Math.round(within(sketch.rotation, 1e6) * 1e6) / 1e6,
      parent_id: parent ?? null,
      index,
      ...(isConnector && { start: end(sketch.start), end: end(sketch.end) }),
      ...(points && { points }),
    };
    return sound(sketch.type, record, (property) => this.lose(`Some ${property} could not be taken over.`));
  }

  /** A parent that exists and does not lead back to the shape itself. */
  #parentOf(id: ShapeId): ShapeId | undefined {
    const parent = this.#parents.get(id);
    if (parent === undefined || !this.#sketches.has(parent)) return undefined;
    const seen = new Set([id]);
    for (let up: ShapeId | undefined = parent; up !== undefined; up = this.#parents.get(up)) {
      if (seen.has(up)) return undefined;
      seen.add(up);
    }
    return parent;
  }

  #corner(id: ShapeId | undefined): Vec {
    const sketch = id === undefined ? undefined : this.#sketches.get(id);
    return { x: within(sketch?.x, limits.coordinate), y: within(sketch?.y, limits.coordinate) };
  }
}

/** The record without undefined properties and without those that its kind refuses; none when it cannot be made valid so. */
function sound(type: string, record: Readonly<Record<string, unknown>>, lost: (property: string) => void): Shape[] {
  const schema = shapeDefinitions.find((definition) => definition.type === type)?.schema;
  let candidate = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
  for (let attempt = 0; attempt < 8; attempt++) {
    const parsed = schema?.safeParse(candidate);
    if (!parsed) return [];
    if (parsed.success) return [parsed.data];
    const odd = new Set(
      parsed.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1).map(String))),
    );
    if (odd.size === 0) return [];
    for (const property of odd) if (property in shapeProperties) lost(property.replaceAll('_', ' '));
    candidate = Object.fromEntries(Object.entries(candidate).filter(([key]) => !odd.has(key)));
  }
  return [];
}
