import { blockSource, diffText, openFile } from '@autograph/document';
import * as Y from 'yjs';

/** So many letters of deleted lines are remembered, the latest first. */
const mostRemembered = 20_000;

interface Deleted {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

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
  let deleted: Deleted[] = [];

  return {
    /** Remembers what of the blocks' texts a transaction deletes. */
    remember(transaction: Y.Transaction): void {
      Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
        if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || !(struct.parent instanceof Y.Text)) return;
        if (isReplaced(struct, transaction)) return;
        deleted.unshift({ client: struct.id.client, clock: struct.id.clock, text: struct.content.str });
      });
      let room = mostRemembered;
      deleted = deleted.filter(({ text }) => {
        room -= text.length;
        return room >= 0;
      });
    },
    /** Takes away what a transaction from elsewhere left of deleted lines. */
    mend(transaction: Y.Transaction, origin: unknown): void {
      if (!writesInto(transaction, deleted)) return;
      for (const block of blocks.values()) {
        const text = blockSource(block);
        if (!text || ![...transaction.changed.keys()].some((type) => Object.is(type, text))) continue;
        const found = mendings(runs(text, transaction, deleted));
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

/** Whether words were put in place of what a transaction deletes. */
function isReplaced(item: Y.Item, transaction: Y.Transaction): boolean {
  let { left, right } = item;
  while (left?.deleted) left = left.left;
  while (right?.deleted) right = right.right;
  return [left, right].some(
    (beside) =>
      beside?.content instanceof Y.ContentString &&
      !beside.content.str.includes('\n') &&
      beside.id.clock >= (transaction.beforeState.get(beside.id.client) ?? 0),
  );
}

function holds(deleted: readonly Deleted[], id: Y.ID | null): boolean {
  return (
    id !== null && deleted.some(({ client, clock, text }) => client === id.client && clock <= id.clock && id.clock < clock + text.length)
  );
}

/** Whether a transaction puts anything beside a letter that is deleted. */
function writesInto(transaction: Y.Transaction, deleted: readonly Deleted[]): boolean {
  if (deleted.length === 0) return false;
  for (const [client, after] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0;
    if (before === after) continue;
    const structs = transaction.doc.store.clients.get(client) ?? [];
    for (let at = Y.findIndexSS(structs, before); at < structs.length; at += 1) {
      const struct = structs[at];
      const isBeside = struct instanceof Y.Item && (holds(deleted, struct.origin) || holds(deleted, struct.rightOrigin));
      if (isBeside && !struct.deleted) return true;
    }
  }
  return false;
}

function runs(text: Y.Text, transaction: Y.Transaction, deleted: readonly Deleted[]): readonly Run[] {
  const found: Run[] = [];
  let at = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) {
      const { client, clock } = item.id;
      const end = clock + item.length;
      const mine = deleted.filter((each) => each.client === client && each.clock < end && each.clock + each.text.length > clock);
      const letters = mine
        .sort((a, b) => a.clock - b.clock)
        .map((each) => each.text.slice(Math.max(0, clock - each.clock), Math.max(0, end - each.clock)));
      if (letters.length > 0) found.push({ text: letters.join(''), kind: 'deleted', at });
    } else if (item.content instanceof Y.ContentString) {
      const isNew = item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
      const isWithin = holds(deleted, item.origin) && holds(deleted, item.rightOrigin);
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
  let passed = '';
  const found: Mending[] = [];
  for (const { kind, text, at } of stretch) {
    if (kind === 'deleted') {
      passed += text;
      continue;
    }
    if (kind === 'kept') continue;
    const rest = gone.slice(passed.length);
    // What stands at the edge of the stretch may belong to what is beside it.
    if (rest === '' || (passed === '' && !above)) continue;
    if (whole) found.push({ at, from: text, to: ownLines(text, passed, rest, above) });
    else if (!text.includes('\n')) found.push({ at, from: text, to: '' });
  }
  return found;
}

/** The lines of a text that are no part of the lines that went around it. */
function ownLines(text: string, passed: string, rest: string, above: boolean): string {
  const left = passed.slice(passed.lastIndexOf('\n') + 1);
  const [right = ''] = rest.split('\n', 1);
  const newline = `${passed}${text}${rest}`.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  const own = lines.flatMap((line, at) => {
    const [opens, closes] = [at === 0 ? left : '', at === lines.length - 1 ? right : ''];
    if (opens.trim() !== '' || closes.trim() !== '' || (line.trim() === '' && (at === 0 || at === lines.length - 1))) return [];
    return [opens + line];
  });
  return own.map((line) => (above ? line + newline : newline + line)).join('');
}
