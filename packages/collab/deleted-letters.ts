import type * as Y from 'yjs';

/** Letters that were deleted, by the clocks under which they were written. */
export interface Deleted {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

/** Remembers deleted letters, the latest ones up to a number of them. */
export function createDeletedLetters(most: number) {
  /** Each client's in the order of their clocks; none is deleted twice. */
  const byClient = new Map<number, Deleted[]>();
  let inOrder: Deleted[] = [];
  let size = 0;

  function forget({ client, clock }: Deleted): void {
    const ranges = byClient.get(client);
    ranges?.splice(lastUpTo(ranges, clock), 1);
    if (ranges?.length === 0) byClient.delete(client);
  }

  return {
    isEmpty: () => byClient.size === 0,
    /** Of all that one transaction deletes, what it says first is forgotten last. */
    add(deleted: readonly Deleted[]): void {
      for (const letters of deleted) {
        const ranges = byClient.get(letters.client) ?? [];
        byClient.set(letters.client, ranges);
        ranges.splice(lastUpTo(ranges, letters.clock) + 1, 0, letters);
        size += letters.text.length;
      }
      for (const letters of deleted.toReversed()) inOrder.push(letters);
      let gone = 0;
      for (; size > most; gone += 1) {
        const oldest = inOrder[gone];
        if (!oldest) break;
        size -= oldest.text.length;
        forget(oldest);
      }
      if (gone > 0) inOrder = inOrder.slice(gone);
    },
    holds(id: Y.ID | null): boolean {
      if (id === null) return false;
      const ranges = byClient.get(id.client) ?? [];
      const found = ranges[lastUpTo(ranges, id.clock)];
      return found !== undefined && id.clock < found.clock + found.text.length;
    },
    /** What was written from a clock on, so far as it is remembered. */
    text(client: number, clock: number, length: number): string {
      const ranges = byClient.get(client) ?? [];
      const end = clock + length;
      let text = '';
      for (let at = Math.max(0, lastUpTo(ranges, clock)); at < ranges.length; at += 1) {
        const range = ranges[at];
        if (!range || range.clock >= end) break;
        text += range.text.slice(Math.max(0, clock - range.clock), Math.max(0, end - range.clock));
      }
      return text;
    },
  };
}

export type DeletedLetters = ReturnType<typeof createDeletedLetters>;

/** The index of the last range that begins at a clock or before it; -1 when there is none. */
function lastUpTo(ranges: readonly Deleted[], clock: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.clock ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
