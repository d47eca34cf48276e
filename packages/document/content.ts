import * as Y from 'yjs';
import type { FileProblem } from './validate.ts';

const plainContent = new Set<unknown>([Y.ContentString, Y.ContentAny, Y.ContentJSON, Y.ContentDeleted]);

function itemProblem(item: Y.Item): string | null {
  if (item.content instanceof Y.ContentType) {
    const kind = item.content.type.constructor;
    if (kind !== Y.Map && kind !== Y.Text) return 'Only maps and texts can be stored in a file.';
  } else if (!plainContent.has(item.content.constructor)) return 'Only plain values and plain text can be stored in a file.';
  if (item.parent instanceof Y.Text ? item.parentSub !== null : item.parentSub === null) return 'A value is stored where none can be.';
  return null;
}

/** The first thing among a transaction's new contents that no file may hold: formatted text, binaries, lists, nested documents. */
export function contentProblem(transaction: Y.Transaction): FileProblem | null {
  for (const [client, after] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0;
    if (before === after) continue;
    const structs = transaction.doc.store.clients.get(client) ?? [];
    for (let at = Y.findIndexSS(structs, before); at < structs.length; at += 1) {
      const struct = structs[at];
      if (!(struct instanceof Y.Item) || struct.deleted) continue;
      const message = itemProblem(struct);
      if (message !== null) return { path: typeof struct.parent === 'string' ? struct.parent : '', message };
    }
  }
  return null;
}

/** Whether a transaction stored new records at the top of `map`. */
export function addsRecords(transaction: Y.Transaction, map: Y.Map<Y.Map<unknown>>): boolean {
  for (const [type, keys] of transaction.changed) {
    if (!Object.is(type, map)) continue;
    for (const key of keys) {
      const id = key === null ? undefined : map._map.get(key)?.id;
      if (id !== undefined && id.clock >= (transaction.beforeState.get(id.client) ?? 0)) return true;
    }
  }
  return false;
}
