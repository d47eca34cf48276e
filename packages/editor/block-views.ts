import { type Block, type BlockId, type Shape, type ShapeId, sameJson } from '@autograph/document';
import type { BlockDeriver, Derivation } from './block-deriver.ts';

interface View {
  readonly derivation: Derivation;
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  /** The last source that parsed. */
  readonly valid?: string;
}

/** The shapes that code blocks stand for, kept as long as their block does not change. */
export class BlockViews {
  readonly #deriver: BlockDeriver;
  readonly #views = new Map<BlockId, View>();

  constructor(deriver: BlockDeriver) {
    this.#deriver = deriver;
  }

  derivation(id: BlockId): Derivation | undefined {
    return this.#views.get(id)?.derivation;
  }

  /** The last source of a block that parsed, as far as it was seen here. */
  lastValid(id: BlockId): string | undefined {
    return this.#views.get(id)?.valid;
  }

  /** Whether the shape is of a block that is being drawn: what it shows may come yet. */
  isPending(id: ShapeId): boolean {
    return this.#views.get(blockOf(id))?.derivation.pending !== undefined;
  }

  get(id: ShapeId): Shape | undefined {
    return this.#views.get(blockOf(id))?.shapes.get(id);
  }

  /** Derives a block anew; gives the shapes that have changed (null: gone). Equal shapes keep their identity. */
  update(id: BlockId, block: Block | undefined): (readonly [ShapeId, Shape | null])[] {
    const before = this.#views.get(id);
    if (!block) {
      this.#views.delete(id);
      this.#deriver.forget?.(id);
      return [...(before?.shapes.keys() ?? [])].map((gone) => [gone, null] as const);
    }
    const fallback = block.valid_source ?? before?.valid;
    const derivation = this.#deriver.derive(fallback === undefined ? block : { ...block, valid_source: fallback });
    const valid = derivation.pending || isBroken(derivation) ? fallback : block.source;
    const shapes = new Map<ShapeId, Shape>();
    const changes: (readonly [ShapeId, Shape | null])[] = [];
    for (const made of derivation.shapes) {
      const known = before?.shapes.get(made.id);
      const shape = known && sameJson(known, made) ? known : made;
      shapes.set(shape.id, shape);
      if (shape !== known) changes.push([shape.id, shape]);
    }
    for (const gone of before?.shapes.keys() ?? []) if (!shapes.has(gone)) changes.push([gone, null]);
    this.#views.set(id, { derivation, shapes, ...(valid !== undefined && { valid }) });
    return changes;
  }
}

function blockOf(id: ShapeId): BlockId {
  const slash = id.indexOf('/');
  return slash < 0 ? id : id.slice(0, slash);
}

/** Whether the block's present source does not parse. */
export function isBroken(derivation: Derivation): boolean {
  return derivation.diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
