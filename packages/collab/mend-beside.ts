import * as Y from 'yjs';
import type { DeletedLetters } from './deleted-letters.ts';

interface Written {
  readonly client: number;
  readonly text: string;
}

/** What one person and another have put at one place of a text, neither having seen the other's. */
interface Pair {
  readonly own: Written;
  readonly theirs: Written;
  readonly isOwnFirst: boolean;
  /** Whether they stand behind the end of a line that was deleted here: what is written here belongs to that line or is its new end. */
  readonly isInDeletedLine: boolean;
  /** Offset of the first of them among what stands, UTF-16 units. */
  readonly at: number;
}

interface Known {
  /** What acts on the board have written here. */
  readonly written: DeletedLetters;
  /** What they have deleted. */
  readonly deleted: DeletedLetters;
}

/**
 * Cares for what two people put at one place at once, whose order goes by nothing that either meant: lines begin behind what continues the
 * line before them, words behind the word that they continue, and of one thing that both say only one stays. Whoever's act on the board
 * it was sees to it.
 */
export function mendBeside(text: Y.Text, transaction: Y.Transaction, known: Known, origin: unknown): void {
  // What is mended may bring another pair together.
  for (let round = 0; round < mostRounds; round += 1) {
    const mended = pairs(text, transaction, known).some((pair) => {
      const act = mending(text, pair);
      if (act) transaction.doc.transact(act, origin);
      return act !== undefined;
    });
    if (!mended) return;
  }
}

const mostRounds = 100;

/** What puts two texts right; undefined when they are. */
function mending(text: Y.Text, { own, theirs, isOwnFirst, isInDeletedLine, at }: Pair): (() => void) | undefined {
  const ownAt = isOwnFirst ? at : at + theirs.text.length;
  if (goesLast(own.text, theirs.text, isInDeletedLine) === isOwnFirst)
    return () => {
      text.delete(ownAt, own.text.length);
      text.insert(isOwnFirst ? at + theirs.text.length : at, own.text);
    };
  if (!saysTheSame(own.text, theirs.text)) return undefined;
  if (own.client < theirs.client) return () => text.delete(ownAt, own.text.length);
  const isWhole = own.text.trimEnd().at(-1) === theirs.text.trimEnd().at(-1);
  return isWhole ? () => text.delete(isOwnFirst ? at + own.text.length : at, theirs.text.length) : undefined;
}

/** Whether what was written here goes behind what others have written, or before it; undefined where either order is as good. */
function goesLast(own: string, theirs: string, isInDeletedLine: boolean): boolean | undefined {
  if (isInDeletedLine) return false;
  const orders = [startsLine(own), startsLine(theirs), endsLine(theirs), endsLine(own), startsWord(theirs), startsWord(own)];
  for (let at = 0; at < orders.length; at += 2) if (orders[at] !== orders[at + 1]) return orders[at];
  return undefined;
}

const startsLine = (text: string) => /^\r?\n/.test(text);
const endsLine = (text: string) => text.endsWith('\n');
const startsWord = (text: string) => /^\w/.test(text);

/** Whether two texts say one thing of what stands before them: both open the same bracket, or both begin with the same mark. */
function saysTheSame(own: string, theirs: string): boolean {
  const mark = /^\s*([[({<:"@])/.exec(own)?.[1];
  return mark !== undefined && theirs.trimStart().startsWith(mark) && !own.includes('\n') && !theirs.includes('\n');
}

function endsDeletedLine(id: Y.ID | null, deleted: DeletedLetters): boolean {
  return id !== null && deleted.text(id.client, id.clock, 1) === '\n';
}

function pairs(text: Y.Text, transaction: Y.Transaction, { written, deleted }: Known): Pair[] {
  const found: Pair[] = [];
  let at = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { str } = item.content;
    const isNew = item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0) && !written.holds(item.id);
    for (const side of isNew ? (['left', 'right'] as const) : []) {
      const own = unseenBeside(item, side, written);
      const first = side === 'left' ? own.at(-1) : own[0];
      if (!first) continue;
      const ownText = (side === 'left' ? own.toReversed() : own).map(letters).join('');
      found.push({
        own: { client: first.id.client, text: ownText },
        theirs: { client: item.id.client, text: str },
        isOwnFirst: side === 'left',
        isInDeletedLine: endsDeletedLine(first.origin, deleted),
        at: side === 'left' ? at - ownText.length : at,
      });
    }
    at += str.length;
  }
  return found;
}

/** What was written here right beside what others have written, up to what they knew, the nearest first. */
function unseenBeside(theirs: Y.Item, side: 'left' | 'right', written: DeletedLetters): readonly Y.Item[] {
  const known = side === 'left' ? theirs.origin : theirs.rightOrigin;
  const found: Y.Item[] = [];
  for (let item = theirs[side]; item !== null && !holds(item, known); item = item[side]) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    if (!written.holds(item.id)) break;
    found.push(item);
  }
  return found;
}

const letters = ({ content }: Y.Item) => (content instanceof Y.ContentString ? content.str : '');

function holds({ id, length }: Y.Item, letter: Y.ID | null): boolean {
  return letter !== null && letter.client === id.client && letter.clock >= id.clock && letter.clock < id.clock + length;
}
