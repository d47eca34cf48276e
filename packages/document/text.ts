import { diffWordsWithSpace } from 'diff';
import type * as Y from 'yjs';

/** Replaces `remove` units at offset `at` by `insert`; offsets count in the text before any patch is applied. */
export interface TextReplacement {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** Beyond this many token edits a text counts as rewritten: finer patches would cost more than they save. */
const maxEdits = 1_000;

function sharedStart(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let n = 0;
  while (n < end && a[n] === b[n]) n += 1;
  return n;
}

function sharedEnd(a: string, b: string, limit: number): number {
  let n = 0;
  while (n < limit && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1;
  return n;
}

function insideSurrogatePair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff;
}

/** The smallest word-wise replacements that turn `from` into `to`, in order, not overlapping. */
export function diffText(from: string, to: string): TextReplacement[] {
  if (from === to) return [];
  let start = sharedStart(from, to);
  if (insideSurrogatePair(from, start) || insideSurrogatePair(to, start)) start -= 1;
  let end = sharedEnd(from, to, Math.min(from.length, to.length) - start);
  if (insideSurrogatePair(from, from.length - end) || insideSurrogatePair(to, to.length - end)) end -= 1;
  const before = from.slice(start, from.length - end);
  const after = to.slice(start, to.length - end);
  const parts = before === '' || after === '' ? undefined : diffWordsWithSpace(before, after, { maxEditLength: maxEdits });
  if (parts === undefined) return [{ at: start, remove: before.length, insert: after }];

  const replacements: TextReplacement[] = [];
  let at = start;
  let open: { at: number; remove: number; insert: string } | null = null;
  for (const part of parts) {
    if (part.added !== true && part.removed !== true) {
      open = null;
      at += part.value.length;
      continue;
    }
    if (open === null) {
      open = { at, remove: 0, insert: '' };
      replacements.push(open);
    }
    if (part.removed === true) {
      open.remove += part.value.length;
      at += part.value.length;
    } else open.insert += part.value;
  }
  return replacements;
}

/** Brings a shared text to `next` by the smallest edits, so that what others type beside them survives. Call inside a transaction. */
export function patchText(text: Y.Text, next: string): void {
  for (const { at, remove, insert } of diffText(text.toString(), next).reverse()) {
    if (remove > 0) text.delete(at, remove);
    if (insert !== '') text.insert(at, insert);
  }
}
