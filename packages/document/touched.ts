import * as Y from 'yjs';
import type { BlockId, ShapeId } from './shape.ts';

/** Which records a transaction changed. */
export interface Touched {
  /** With which of its properties, `layout/a` for a part of one; null for all of them. */
  readonly shapes: ReadonlyMap<ShapeId, ReadonlySet<string> | null>;
  readonly blocks: ReadonlyMap<BlockId, ReadonlySet<string> | null>;
  readonly note: boolean;
  readonly meta: boolean;
}

function rootName(type: Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>): string | undefined {
  const roots = type.doc?.share ?? new Map();
  for (const [name, root] of roots) if (root === type) return name;
  return undefined;
}

/** Reads from a transaction which shapes, code blocks and texts it changed, deletions included. */
export function touchedRecords(transaction: Y.Transaction): Touched {
  const shapes = new Map<string, ReadonlySet<string> | null>();
  const blocks = new Map<string, ReadonlySet<string> | null>();
  let note = false;
  let meta = false;
  for (const [changed, keys] of transaction.changed) {
    let type = changed;
    let key: string | null = null;
    let property: string | null = null;
    for (let item = type._item; item !== null; item = type._item) {
      property = key;
      key = item.parentSub;
      if (!(item.parent instanceof Y.AbstractType)) break;
      type = item.parent;
    }
    const root = rootName(type);
    if (root === 'note') note = true;
    else if (root === 'meta') meta = true;
    else if (root === 'shapes' || root === 'blocks') {
      const records = root === 'shapes' ? shapes : blocks;
      if (type === changed) {
        for (const id of keys) if (id !== null) records.set(id, null);
        continue;
      }
      const known = key === null ? null : records.get(key);
      if (key === null || known === null) continue;
      const properties = [...keys].flatMap((part) => (property === null ? (part ?? []) : part === null ? property : `${property}/${part}`));
      records.set(key, new Set([...(known ?? []), ...properties]));
    }
  }
  return { shapes, blocks, note, meta };
}
