import { spliceRich } from '@autograph/document';
import { textDifference } from './text-change.ts';
import type { EditingText } from './text-editing.ts';

type TextState = Pick<EditingText, 'text' | 'spans' | 'selection'>;

/**
 * A text being typed after someone else has changed the stored one from `before` to `after`: their words are taken in, the caret stays
 * with its own. Where both have rewritten the same place, what is typed here stays.
 */
export function withTheirTyping(mine: TextState, before: string, after: string): TextState {
  const own = textDifference(before, mine.text);
  const theirs = textDifference(before, after);
  const isBefore = theirs.to <= own.from;
  if (!isBefore && theirs.from < own.to) return mine;
  const moved = isBefore ? 0 : own.insert.length - (own.to - own.from);
  const from = theirs.from + moved;
  const to = theirs.to + moved;
  const grown = theirs.insert.length - (to - from);
  const along = (at: number) => (at >= to ? at + grown : Math.min(at, from));
  const selection = { from: along(mine.selection.from), to: along(mine.selection.to) };
  return { ...spliceRich(mine, from, to, { text: theirs.insert, spans: [] }), selection };
}
