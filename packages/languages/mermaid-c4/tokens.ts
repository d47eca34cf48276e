import type { Token } from '../mermaid/cursor.ts';
import { tokenizerOf } from '../mermaid/lexicon.ts';
import { c4Lexicon } from './lexemes.ts';

export type C4TokenKind =
  | 'header'
  | 'direction'
  | 'title'
  | 'remark'
  | 'word'
  | 'argument'
  | 'empty'
  | 'key'
  | 'value'
  | 'end'
  | 'opening'
  | 'closing'
  | 'unknown';

export type C4Token = Token<C4TokenKind>;

/** Cuts a quiet source into tokens; what fits nowhere is `unknown` up to the end of its line. Never fails, and takes time in proportion to the text. */
export const tokenize: (text: string) => readonly C4Token[] = tokenizerOf(c4Lexicon);
