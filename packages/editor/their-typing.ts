import { diffLetters, spliceRich } from '@autograph/document';
import type { TextPatch } from './block-deriver.ts';
import { rebasePatches } from './text-change.ts';
import type { EditingText } from './text-editing.ts';

type TextState = Pick<EditingText, 'text' | 'spans' | 'selection'>;

/**
 * A text that started from `earlier`, after someone else has made `now` of that: their words are taken in, the caret stays with its own.
 * Where both have rewritten the same place, what either has deleted is gone, and what either has written is there: as in a shared text.
 */
export function withTheirTyping(mine: TextState, earlier: string, now: string): TextState {
  const theirs = rebasePatches(patches(earlier, now), patches(earlier, mine.text));
  return theirs.reduceRight((state, { from, to, insert }) => spliced(state, from, to, insert), mine);
}

function patches(from: string, to: string): TextPatch[] {
  return diffLetters(from, to).map(({ at, remove, insert }) => ({ from: at, to: at + remove, insert }));
}

function spliced(mine: TextState, from: number, to: number, insert: string): TextState {
  const grown = insert.length - (to - from);
  const along = (at: number) => (at >= to ? at + grown : Math.min(at, from));
  const selection = { from: along(mine.selection.from), to: along(mine.selection.to) };
  return { ...spliceRich(mine, from, to, { text: insert, spans: [] }), selection };
}
