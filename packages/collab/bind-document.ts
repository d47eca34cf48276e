import {
  type Block,
  type BoardSettings,
  changeBoard,
  changeDrawn,
  changeStoredBlock,
  drawnShape,
  isPlaceholder,
  limits,
  openFile,
  readBoard,
  type Shape,
  type ShapeSchemas,
  sameJson,
  storedBlock,
  strayShapes,
  touchedRecords,
} from '@autograph/document';
import { type ChangeOrigin, type DocumentChange, type DocumentStore, translationTo } from '@autograph/editor';
import * as Y from 'yjs';
import { createLabelMender } from './mend-labels.ts';
import { createLineMender } from './mend-lines.ts';
import { isTypingReplay } from './typing.ts';

/** What the document is known to hold, by id: the very records that the store got from it or gave to it. */
interface Mirror {
  readonly shapes: Map<string, Shape>;
  readonly blocks: Map<string, Block>;
  board: BoardSettings;
}

function originOf(transaction: Y.Transaction): ChangeOrigin {
  if (!transaction.local) return 'remote';
  return isTypingReplay(transaction.origin) ? 'history' : 'typed';
}

/** The records of `ids` that differ from what the mirror has; null where one is gone. Brings the mirror up to date. */
function refresh<T>(mirror: Map<string, T>, ids: Iterable<string>, read: (id: string) => T | undefined): Map<string, T | null> {
  const changed = new Map<string, T | null>();
  for (const id of ids) {
    const before = mirror.get(id);
    const after = read(id);
    if (sameJson(before, after)) continue;
    if (after === undefined) mirror.delete(id);
    else mirror.set(id, after);
    changed.set(id, after ?? null);
  }
  return changed;
}

/** The records that a change of the store made differ from the mirror, as the store has them now. Brings the mirror up to date. */
function pending<T>(
  mirror: Map<string, T>,
  ids: Iterable<string>,
  current: ReadonlyMap<string, T>,
): [string, T | undefined, T | undefined][] {
  const edits: [string, T | undefined, T | undefined][] = [];
  for (const id of ids) {
    const before = mirror.get(id);
    const after = current.get(id);
    if (before === after) continue;
    if (after === undefined) mirror.delete(id);
    else mirror.set(id, after);
    edits.push([id, before, after]);
  }
  return edits;
}

/**
 * Keeps a store and a file's document equal, both ways, starting from the document. A change of the store becomes one
 * transaction of the smallest edits; a transaction from elsewhere becomes one change of the store: 'remote', or 'typed' and
 * 'history' for this person's typing in a bound text. What `schemas` does not accept becomes a placeholder. Gives the way to stop.
 */
export function bindDocument(doc: Y.Doc, store: DocumentStore, schemas?: ShapeSchemas): () => void {
  const file = openFile(doc);
  const origin = { source: 'editor' };
  const mending = { source: 'mending' };
  const lines = createLineMender(doc);
  const labels = createLabelMender(file);
  const mirror: Mirror = { shapes: new Map(), blocks: new Map(), board: store.board };
  let stray = new Set<string>();
  /** What is being written adds, removes and puts into other parents nothing, and is sound: then it is read as it was written. */
  let readsAsWritten = false;

  function readSound(id: string): Shape | undefined {
    const shape = drawnShape(file, id, schemas);
    return shape !== undefined && stray.has(id) ? { ...shape, parent_id: null } : shape;
  }

  function storedParent(id: string): string | null {
    const map: unknown = file.shapes.get(id);
    const parent = map instanceof Y.Map ? map.get('parent_id') : null;
    return typeof parent === 'string' ? parent : null;
  }

  /** Finds the shapes without a sound parent anew; answers those that began or ceased to be one. */
  function updateStray(): Set<string> {
    const parents = new Map<string, string | null>();
    for (const id of file.shapes.keys()) parents.set(id, storedParent(id));
    for (const id of file.blocks.keys()) parents.set(id, null);
    const before = stray;
    stray = strayShapes(parents);
    return new Set([...before, ...stray].filter((id) => before.has(id) !== stray.has(id)));
  }

  function mayMoveParents(ids: Iterable<string>): boolean {
    if (stray.size > 0) return true;
    for (const id of ids) if (!file.shapes.has(id) || !reachesPage(id)) return true;
    return false;
  }

  /** Whether the parents above a shape are there and lead to the page. */
  function reachesPage(id: string): boolean {
    const passed = new Set([id]);
    for (let up = storedParent(id); up !== null; up = storedParent(up)) {
      if (passed.has(up) || passed.size >= limits.nesting || !(file.shapes.has(up) || file.blocks.has(up))) return false;
      passed.add(up);
    }
    return true;
  }

  /** Whether the file may not hold what the store has just said: a parent that is gone, or what made a record unreadable. */
  function mayReadOtherwise(id: string): boolean {
    const shape = mirror.shapes.get(id);
    return stray.has(id) || (shape !== undefined && isPlaceholder(shape));
  }

  function toStore(shapeIds: Iterable<string>, blockIds: readonly string[], as: ChangeOrigin): void {
    const ids = [...shapeIds];
    const perhapsBlocks = ids.filter((id) => mirror.blocks.has(id) || storedBlock(file, id) !== undefined);
    const blocks = refresh(mirror.blocks, [...blockIds, ...perhapsBlocks], (id) => storedBlock(file, id));
    const perhapsShapes = blockIds.filter((id) => !mirror.blocks.has(id) || mirror.shapes.has(id));
    const shapes = refresh(mirror.shapes, [...ids, ...perhapsShapes], readSound);
    const board = refreshBoard();
    if (shapes.size === 0 && blocks.size === 0 && !board) return;
    const translation = blocks.size === 0 && !board ? translationTo(store, shapes) : undefined;
    store.apply({ shapes, blocks, ...(board && { board }), ...(translation && { translation }) }, as);
  }

  /** The stored settings where they differ from what the mirror has, which is brought up to date. */
  function refreshBoard(): BoardSettings | undefined {
    const board = readBoard(file.meta);
    if (sameJson(mirror.board, board)) return undefined;
    mirror.board = board;
    return board;
  }

  function onTransaction(transaction: Y.Transaction): void {
    if (transaction.origin === origin) lines.remember(transaction);
    else if (transaction.origin === mending) lines.rememberMended(transaction);
    else if (!transaction.local) lines.mend(transaction, mending);
    if (readsAsWritten && transaction.origin === origin) return;
    const touched = touchedRecords(transaction);
    if (!transaction.local) labels.mend(touched.shapes, mending);
    if (touched.shapes.size === 0 && touched.blocks.size === 0 && !touched.meta) return;
    const moved = mayMoveParents(touched.shapes.keys()) ? updateStray() : new Set<string>();
    const ids = [...touched.shapes.keys()];
    if (transaction.origin === origin) toStore([...moved, ...ids.filter(mayReadOtherwise)], [], 'remote');
    else toStore([...ids, ...moved], [...touched.blocks.keys()], transaction.origin === mending ? 'remote' : originOf(transaction));
  }

  function onChange(change: DocumentChange): void {
    const shapes = pending(mirror.shapes, change.shapes.keys(), store.shapes);
    const blocks = pending(mirror.blocks, change.blocks.keys(), store.blocks);
    const { board: before } = mirror;
    const { board } = store;
    if (shapes.length === 0 && blocks.length === 0 && before === board) return;
    mirror.board = board;
    readsAsWritten =
      shapes.every(([, before, after]) => before && after && before.parent_id === after.parent_id && !isPlaceholder(before)) &&
      blocks.every(([, before, after]) => before && after);
    doc.transact(() => {
      if (before !== board) changeBoard(file.meta, before, board);
      for (const [id, before, after] of shapes) {
        changeDrawn(file, id, before, after);
      }
      for (const [id, before, after] of blocks) {
        changeStoredBlock(file, id, before, after);
      }
    }, origin);
    readsAsWritten = false;
    for (const [id, before, after] of shapes) if (before && after) labels.remember(id, before, after);
  }

  updateStray();
  for (const [id, shape] of store.shapes) mirror.shapes.set(id, shape);
  for (const [id, block] of store.blocks) mirror.blocks.set(id, block);
  toStore(
    new Set([...store.shapes.keys(), ...file.shapes.keys()]),
    [...new Set([...store.blocks.keys(), ...file.blocks.keys()])],
    'remote',
  );

  const stop = store.subscribe(onChange);
  doc.on('afterTransaction', onTransaction);
  return () => {
    stop();
    doc.off('afterTransaction', onTransaction);
  };
}
