import { spliceRich } from '@autograph/document';
import { textDifference } from './text-change.ts';
import type { EditingText } from './text-editing.ts';

type TextState = Pick<EditingText, 'text' | 'spans' | 'selection'>;

/**
 * A text being typed after someone else has changed the stored one from `earlier` to `now`: their words are taken in, the caret stays
 * with its own. Where both have rewritten the same place, what either has deleted is gone, and what either has written is there: as in a
 * shared text.
 */
export function withTheirTyping(mine: TextState, earlier: string, now: string): TextState {
  const own = textDifference(earlier, mine.text);
  const theirs = textDifference(earlier, now);
  const grown = own.insert.length - (own.to - own.from);
  const rest = { from: Math.max(theirs.from, own.to) + grown, to: Math.max(theirs.to, own.to) + grown };
  if (theirs.from > own.from) return spliced(mine, rest.from, rest.to, theirs.insert);
  const before = Math.max(theirs.from, Math.min(theirs.to, own.from));
  return spliced(spliced(mine, rest.from, rest.to, ''), theirs.from, before, theirs.insert);
}

function spliced(mine: TextState, from: number, to: number, insert: string): TextState {
  const grown = insert.length - (to - from);
  const along = (at: number) => (at >= to ? at + grown : Math.min(at, from));
  const selection = { from: along(mine.selection.from), to: along(mine.selection.to) };
  return { ...spliceRich(mine, from, to, { text: insert, spans: [] }), selection };
}
