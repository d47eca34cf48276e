import { type ChangeObject, diffChars, diffLines, diffWordsWithSpace } from 'diff';
import type * as Y from 'yjs';

/** Replaces `remove` units at offset `at` by `insert`; offsets count in the text before any patch is applied. */
export interface TextReplacement {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** Beyond this many token edits a text counts as rewritten: finer patches would cost more than they save. */
const maxEdits = 1_000;

/** Beyond this many pairs of lines they are replaced as a whole. */
const mostPairs = 10_000;

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

/** The smallest replacements that turn `from` into `to`, in order, not overlapping: of whole lines where lines come or go, of words in lines that stay. */
export function diffText(from: string, to: string): TextReplacement[] {
  if (from === to) return [];
  let start = sharedStart(from, to);
  if (insideSurrogatePair(from, start) || insideSurrogatePair(to, start)) start -= 1;
  let end = sharedEnd(from, to, Math.min(from.length, to.length) - start);
  if (insideSurrogatePair(from, from.length - end) || insideSurrogatePair(to, to.length - end)) end -= 1;
  const [before, after] = [from.slice(start, from.length - end), to.slice(start, to.length - end)];
  const lineEnd = from.indexOf('\n', from.length - end);
  const whole = {
    start: from.slice(0, start).lastIndexOf('\n') + 1,
    end: lineEnd < 0 ? 0 : from.length - lineEnd - 1,
  };
  const found =
    before === '' || after === '' || !`${before}${after}`.includes('\n')
      ? replacements(start, before, after, diffWordsWithSpace)
      : byLines(from, whole.start, from.slice(whole.start, from.length - whole.end), to.slice(whole.start, to.length - whole.end));
  return onLines(from, found);
}

/** The replacements that turn `from` into `to`, in order, not overlapping, that keep as many letters as can be: what two people typed at several places of one word stays apart. */
export function diffLetters(from: string, to: string): TextReplacement[] {
  const start = sharedStart(from, to);
  const end = sharedEnd(from, to, Math.min(from.length, to.length) - start);
  return replacements(start, from.slice(start, from.length - end), to.slice(start, to.length - end), diffChars);
}

/** Lines that come and go, and in those that stay the words that differ. */
function byLines(from: string, start: number, before: string, after: string): TextReplacement[] {
  return replacements(start, before, after, diffLines).flatMap((change): TextReplacement[] => {
    const { at, remove, insert } = change;
    if (remove === 0 || insert === '') return [change];
    const [old, now] = [linesOf(from.slice(at, at + remove)), linesOf(insert)];
    if (old.length * now.length > mostPairs) return [change];
    let offset = at;
    return paired(old, now).flatMap(([line = '', next = '']) => {
      const words = replacements(offset, line, next, diffWordsWithSpace);
      offset += line.length;
      return words;
    });
  });
}

type Pair = readonly [old: string | undefined, now: string | undefined];

/** Lines beside the lines that they have become, in order: so that as many letters as possible stay. */
function paired(old: readonly string[], now: readonly string[]): readonly Pair[] {
  const [oldWords, nowWords] = [old.map(wordsOf), now.map(wordsOf)];
  const likeness = (i: number, j: number) => sharedLetters(oldWords[i] ?? [], nowWords[j] ?? []);
  // What the lines from there on have in common at best.
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(now.length + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const alike = (i: number, j: number) => likeness(i, j) + at(i + 1, j + 1);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) best[i]?.fill(Math.max(alike(i, j), at(i + 1, j), at(i, j + 1)), j, j + 1);
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && at(i, j) === alike(i, j)) pairs.push([old[i++], now[j++]]);
    else if (j === now.length || (i < old.length && at(i, j) === at(i + 1, j))) pairs.push([old[i++], undefined]);
    else pairs.push([undefined, now[j++]]);
  }
  return pairs;
}

function wordsOf(line: string): readonly string[] {
  return line.match(/\w+|\S/g) ?? [];
}

function sharedLetters(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  return a.reduce((sum, word) => {
    const at = left.indexOf(word);
    if (at < 0) return sum;
    left.splice(at, 1);
    return sum + word.length;
  }, 0);
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

type Diff = (before: string, after: string, options: { readonly maxEditLength: number }) => readonly ChangeObject<string>[] | undefined;

function replacements(start: number, before: string, after: string, diff: Diff): TextReplacement[] {
  const parts = before === '' || after === '' ? undefined : diff(before, after, { maxEditLength: maxEdits });
  if (parts === undefined) return before === after ? [] : [{ at: start, remove: before.length, insert: after }];
  const found: TextReplacement[] = [];
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
      found.push(open);
    }
    if (part.removed === true) {
      open.remove += part.value.length;
      at += part.value.length;
    } else open.insert += part.value;
  }
  return found;
}

/**
 * The same replacements, where lines only come or only go from the beginning of a line to that of another: letters that repeat let them
 * begin at several places, and only there nothing that others write meanwhile is torn apart.
 */
function onLines(from: string, found: readonly TextReplacement[]): TextReplacement[] {
  let least = 0;
  return found.map((change) => {
    const moved = onLine(from, change, least);
    least = change.at + change.remove;
    return moved;
  });
}

function onLine(from: string, change: TextReplacement, least: number): TextReplacement {
  const { remove, insert } = change;
  if (remove > 0 && insert !== '') return change;
  const text = remove > 0 ? from.slice(change.at, change.at + remove) : insert;
  // What is behind the last line of a text without a last line's end begins where that line ends.
  if (!text.includes('\n') || (/^\r?\n/.test(text) && change.at + remove === from.length)) return change;
  for (let back = 0; back < text.length; back += 1) {
    const at = change.at - back;
    if (at === 0 || from[at - 1] === '\n')
      return { at, remove, insert: remove > 0 ? '' : text.slice(text.length - back) + text.slice(0, text.length - back) };
    if (at <= least || from[at - 1] !== text[text.length - 1 - back]) break;
  }
  return change;
}

/** Brings a shared text to `next` by the smallest edits, so that what others type beside them survives. Call inside a transaction. */
export function patchText(text: Y.Text, next: string): void {
  const from = text.toString();
  for (const { at, remove, insert } of diffText(from, next).reverse()) {
    const fence = insert === '' ? fenceAfter(from, at, at + remove) : '';
    if (remove > 0) text.delete(at, remove + fence.length);
    if (insert !== '' || fence !== '') text.insert(at, insert + fence);
  }
}

/**
 * The line's end behind a deleted end of it, which is then written anew: letters before the old one were typed by somebody who had not seen
 * that the line's end is gone, those before the new one by somebody who had.
 */
function fenceAfter(from: string, at: number, end: number): string {
  if (at === 0 || from[at - 1] === '\n' || from[end - 1] === '\n') return '';
  return /^\r?\n/.exec(from.slice(end, end + 2))?.[0] ?? '';
}
