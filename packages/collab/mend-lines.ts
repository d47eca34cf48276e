import { blockSource, diffText, openFile } from '@autograph/document';
import * as Y from 'yjs';
import { createDeletedLetters, type Deleted, type DeletedLetters } from './deleted-letters.ts';
import { mendBeside } from './mend-beside.ts';

/** So many letters of deleted lines are remembered, the latest first. */
const mostRemembered = 20_000;

/** A stretch of a text in its order: what stands, what others have just written or wrote earlier into what was deleted, or what was deleted here. */
interface Run {
  readonly text: string;
  readonly kind: 'standing' | 'theirs' | 'kept' | 'deleted';
  /** Offset among what stands, UTF-16 units. */
  readonly at: number;
}

/** What others wrote into a deleted stretch, as it shall be. */
interface Mending {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/**
 * Cares for what two people do to one line at once: where an act on the board deleted a line, or a part of it, while another person typed in
 * it, their letters would be left over as a text that nobody wrote. Whoever deleted it takes them away as they come; lines of their own stay.
 */
export function createLineMender(doc: Y.Doc) {
  const { blocks } = openFile(doc);
  const deleted = createDeletedLetters(mostRemembered);
  const written = createDeletedLetters(mostRemembered);
  /** What others have deleted since the last deletion here, which left it standing. */
  let elsewhere = createDeletedLetters(mostRemembered);

  return {
    /** Remembers what of the blocks' texts a transaction deletes, and what it writes. */
    remember(transaction: Y.Transaction): void {
      written.add(writtenBy(transaction));
      const isReplaced = replacedIn(transaction);
      deleted.add(deletedBy(transaction, (item) => !isReplaced(item)));
      if (transaction.deleteSet.clients.size > 0) elsewhere = createDeletedLetters(mostRemembered);
    },
    /** Remembers what a mending writes, which is written here as well. */
    rememberMended(transaction: Y.Transaction): void {
      written.add(writtenBy(transaction));
    },
    /** Takes away what a transaction from elsewhere left of deleted lines. */
    mend(transaction: Y.Transaction, origin: unknown): void {
      if (deleted.isEmpty() && written.isEmpty()) return;
      elsewhere.add(deletedBy(transaction, () => true));
      if (!writesBeside(transaction, deleted, written)) return;
      for (const block of blocks.values()) {
        const text = blockSource(block);
        if (!text || ![...transaction.changed.keys()].some((type) => Object.is(type, text))) continue;
        for (const { at, length, words } of displaced(text, transaction, written, deleted).reverse())
          doc.transact(() => {
            text.delete(at, words.length);
            text.insert(at + length, words);
          }, origin);
        mendBeside(text, transaction, { written, deleted }, origin);
        const found = mendings(runs(text, transaction, deleted, elsewhere));
        if (found.length === 0) continue;
        doc.transact(() => {
          for (const { at, from, to } of found.reverse())
            for (const change of diffText(from, to).reverse()) {
              if (change.remove > 0) text.delete(at + change.at, change.remove);
              if (change.insert !== '') text.insert(at + change.at, change.insert);
            }
        }, origin);
      }
    },
  };
}

/** Makes what tells whether words were put in place of a letter that a transaction deletes: of all that are deleted side by side, at once. */
function replacedIn(transaction: Y.Transaction): (item: Y.Item) => boolean {
  const known = new Map<Y.Item, boolean>();
  const isNewWord = (beside: Y.Item | null) =>
    beside?.content instanceof Y.ContentString &&
    !beside.content.str.includes('\n') &&
    beside.content.str.trim() !== '' &&
    beside.id.clock >= (transaction.beforeState.get(beside.id.client) ?? 0);
  return (item) => {
    const answer = known.get(item);
    if (answer !== undefined) return answer;
    let first = item;
    while (first.left?.deleted) first = first.left;
    let after: Y.Item | null = item;
    while (after?.deleted) after = after.right;
    const isReplaced = isNewWord(first.left) || isNewWord(after);
    for (let at: Y.Item | null = first; at !== null && at !== after; at = at.right) known.set(at, isReplaced);
    return isReplaced;
  };
}

/** The letters that a transaction deletes from texts. */
function deletedBy(transaction: Y.Transaction, counts: (item: Y.Item) => boolean): Deleted[] {
  const found: Deleted[] = [];
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || !(struct.parent instanceof Y.Text)) return;
    if (counts(struct)) found.push({ client: struct.id.client, clock: struct.id.clock, text: struct.content.str });
  });
  return found;
}

/** The letters that a transaction writes into texts. */
function writtenBy(transaction: Y.Transaction): Deleted[] {
  const found: Deleted[] = [];
  eachNew(transaction, (item) => {
    if (item.content instanceof Y.ContentString && item.parent instanceof Y.Text)
      found.push({ client: item.id.client, clock: item.id.clock, text: item.content.str });
    return false;
  });
  return found;
}

/** What was written behind a word here that others have put another word in place of, when theirs has come to stand behind it: it goes behind theirs. */
function displaced(text: Y.Text, transaction: Y.Transaction, written: DeletedLetters, deleted: DeletedLetters) {
  const found: { readonly at: number; readonly length: number; readonly words: string }[] = [];
  const isNew = ({ id }: Y.Item) => id.clock >= (transaction.beforeState.get(id.client) ?? 0);
  let at = 0;
  let last: { readonly item: Y.Item; readonly at: number } | undefined;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { origin } = item;
    const own = last?.item;
    if (own && last && origin && isNew(item) && written.holds(own.id) && Y.compareIDs(own.origin, origin) && !deleted.holds(origin)) {
      const replaced = Y.getItem(transaction.doc.store, origin);
      if (replaced.deleted && own.content instanceof Y.ContentString)
        found.push({ at: last.at, length: item.content.str.length, words: own.content.str });
    }
    last = { item, at };
    at += item.content.str.length;
  }
  return found;
}

/** Calls `visit` with what a transaction has brought until that says true; gives whether it did. */
function eachNew(transaction: Y.Transaction, visit: (item: Y.Item) => boolean): boolean {
  for (const [client, after] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0;
    if (before === after) continue;
    const structs = transaction.doc.store.clients.get(client) ?? [];
    for (let at = Y.findIndexSS(structs, before); at < structs.length; at += 1) {
      const struct = structs[at];
      if (struct instanceof Y.Item && visit(struct)) return true;
    }
  }
  return false;
}

/** Whether a transaction puts anything where letters were deleted, or beside what was written here. */
function writesBeside(transaction: Y.Transaction, deleted: DeletedLetters, written: DeletedLetters): boolean {
  const { store } = transaction.doc;
  const isOwn = (item: Y.Item | null) => item !== null && written.holds(item.id);
  return eachNew(transaction, (item) => {
    if (item.deleted) return false;
    if (deleted.holds(item.origin) || deleted.holds(item.rightOrigin) || isOwn(standing(item, 'left')) || isOwn(standing(item, 'right')))
      return true;
    return !written.isEmpty() && item.origin !== null && Y.getItem(store, item.origin).deleted;
  });
}

/** What stands next to an item. */
function standing(item: Y.Item, side: 'left' | 'right'): Y.Item | null {
  let next = item[side];
  while (next?.deleted) next = next[side];
  return next;
}

function runs(text: Y.Text, transaction: Y.Transaction, deleted: DeletedLetters, elsewhere: DeletedLetters): readonly Run[] {
  const found: Run[] = [];
  let at = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) {
      const letters = deleted.text(item.id.client, item.id.clock, item.length);
      const left = letters === '' ? elsewhere.text(item.id.client, item.id.clock, item.length) : '';
      if (letters !== '') found.push({ text: letters, kind: 'deleted', at });
      else if (left !== '') found.push({ text: left, kind: 'standing', at });
    } else if (item.content instanceof Y.ContentString) {
      const isNew = item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
      const isWithin = deleted.holds(item.origin) && deleted.holds(item.rightOrigin);
      found.push({ text: item.content.str, kind: isNew ? 'theirs' : isWithin ? 'kept' : 'standing', at });
      at += item.content.str.length;
    }
  }
  return found;
}

function mendings(all: readonly Run[]): Mending[] {
  const found: Mending[] = [];
  for (let first = 0; first < all.length; first += 1) {
    if (all[first]?.kind === 'standing') continue;
    let last = first;
    while (all[last + 1] && all[last + 1]?.kind !== 'standing') last += 1;
    const before = all[first - 1]?.text ?? '\n';
    const after = all[last + 1]?.text ?? '\n';
    found.push(...inStretch(all.slice(first, last + 1), before.endsWith('\n'), /^\r?\n/.test(after)));
    first = last;
  }
  return found.filter(({ from, to }) => from !== to);
}

/** What others wrote into one stretch that nothing old stands in. */
function inStretch(stretch: readonly Run[], lineBefore: boolean, lineAfter: boolean): readonly Mending[] {
  const gone = stretch.flatMap(({ kind, text }) => (kind === 'deleted' ? text : [])).join('');
  const above = lineBefore && gone.endsWith('\n');
  const whole = above || (lineAfter && gone.includes('\n'));
  const newline = stretch.some(({ text }) => text.includes('\r\n')) ? '\r\n' : '\n';
  let passed = 0;
  const found: Mending[] = [];
  for (const { kind, text, at } of stretch) {
    if (kind === 'deleted') {
      passed += text.length;
      continue;
    }
    if (kind === 'kept') continue;
    // What stands at the edge of the stretch may belong to what is beside it.
    if (passed === gone.length || (passed === 0 && !above)) continue;
    if (whole) found.push({ at, from: text, to: ownLines(text, lineAround(gone, passed), above, newline) });
    else if (!text.includes('\n')) found.push({ at, from: text, to: '' });
  }
  return found;
}

/** What stands before and after an offset in its line. */
function lineAround(text: string, at: number): readonly [left: string, right: string] {
  const end = text.indexOf('\n', at);
  return [text.slice(at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1, at), text.slice(at, end < 0 ? text.length : end)];
}

/** The lines of a text that are no part of the lines that went around it. */
function ownLines(text: string, [left, right]: readonly [string, string], above: boolean, newline: string): string {
  const lines = text.split(/\r?\n/);
  const own = lines.flatMap((line, at) => {
    const [opens, closes] = [at === 0 ? left : '', at === lines.length - 1 ? right : ''];
    if (opens.trim() !== '' || closes.trim() !== '' || (line.trim() === '' && (at === 0 || at === lines.length - 1))) return [];
    return [opens + line];
  });
  return own.map((line) => (above ? line + newline : newline + line)).join('');
}
