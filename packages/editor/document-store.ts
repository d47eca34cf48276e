import type { Block, BlockId, BoardSettings, Shape, ShapeId } from '@autograph/document';
import type { Vec } from '@autograph/geometry';

/**
 * Who caused a change. Only 'local' is recorded in the history; 'layout' joins the entry before it; 'typed' is this person's typing
 * in a shared text, whose undo the text's binding keeps and pushes as an entry of its own.
 */
export type ChangeOrigin = 'local' | 'typed' | 'layout' | 'history' | 'remote';

export interface Replacement<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

export interface DocumentChange {
  readonly shapes: ReadonlyMap<ShapeId, Replacement<Shape>>;
  readonly blocks: ReadonlyMap<BlockId, Replacement<Block>>;
  readonly board?: { readonly before: BoardSettings; readonly after: BoardSettings };
  readonly origin: ChangeOrigin;
  /** Set when every record has done no more than move by this in its parent, px: what follows can be shifted instead of found anew. */
  readonly translation?: Vec;
}

/** New records by id; null removes. The board's settings are replaced as a whole. */
export interface DocumentMutation {
  readonly shapes?: Iterable<readonly [ShapeId, Shape | null]>;
  readonly blocks?: Iterable<readonly [BlockId, Block | null]>;
  readonly board?: BoardSettings;
  /** Says that every record is the present one moved by this, px, and no more. */
  readonly translation?: Vec;
}

/** What is stored of a board, in memory: drawn shapes, code blocks and settings. Records are immutable and replaced whole. */
export class DocumentStore {
  readonly #shapes = new Map<ShapeId, Shape>();
  readonly #blocks = new Map<BlockId, Block>();
  #board: BoardSettings = {};
  readonly #listeners = new Set<(change: DocumentChange) => void>();
  readonly #untold: DocumentChange[] = [];

  get shapes(): ReadonlyMap<ShapeId, Shape> {
    return this.#shapes;
  }

  get blocks(): ReadonlyMap<BlockId, Block> {
    return this.#blocks;
  }

  get board(): BoardSettings {
    return this.#board;
  }

  /** Applies a mutation at once and tells listeners what was really replaced; nothing is told when nothing was. */
  apply(mutation: DocumentMutation, origin: ChangeOrigin): DocumentChange {
    const before = this.#board;
    const after = mutation.board ?? before;
    this.#board = after;
    const change: DocumentChange = {
      shapes: replace(this.#shapes, mutation.shapes ?? []),
      blocks: replace(this.#blocks, mutation.blocks ?? []),
      ...(after !== before && { board: { before, after } }),
      origin,
      ...(mutation.translation && { translation: mutation.translation }),
    };
    if (change.shapes.size > 0 || change.blocks.size > 0 || change.board) this.#tell(change);
    return change;
  }

  /** A change made by a listener is told after all have heard of the one before it. */
  #tell(change: DocumentChange): void {
    this.#untold.push(change);
    if (this.#untold.length > 1) return;
    try {
      for (let next = this.#untold[0]; next; next = this.#untold[0]) {
        for (const listener of [...this.#listeners]) listener(next);
        this.#untold.shift();
      }
    } finally {
      this.#untold.length = 0;
    }
  }

  /** Calls the listener after every change, in order; gives the way to stop. */
  subscribe(listener: (change: DocumentChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function replace<T>(records: Map<string, T>, entries: Iterable<readonly [string, T | null]>): Map<string, Replacement<T>> {
  const replaced = new Map<string, Replacement<T>>();
  for (const [id, after] of entries) {
    const before = records.get(id);
    if (before === (after ?? undefined)) continue;
    if (after === null) records.delete(id);
    else records.set(id, after);
    replaced.set(id, { before: replaced.has(id) ? replaced.get(id)?.before : before, after: after ?? undefined });
  }
  return replaced;
}
