import type { Token } from '../mermaid/cursor.ts';
import { tokenizerOf } from '../mermaid/lexicon.ts';
import { requirementLexicon } from './lexemes.ts';

export type RequirementTokenKind =
  | 'header'
  | 'direction'
  | 'remark'
  | 'opening'
  | 'closing'
  | 'style_suffix'
  | 'colon'
  | 'comma'
  | 'field'
  | 'type'
  | 'level'
  | 'method'
  | 'relation'
  | 'keyword'
  | 'left'
  | 'right'
  | 'line'
  | 'words'
  | 'string'
  | 'style_word'
  | 'unknown';

export type RequirementToken = Token<RequirementTokenKind>;

/** Cuts a quiet source into tokens; what fits nowhere is `unknown` up to the end of its line. Never fails, and takes time in proportion to the text. */
export const tokenize: (text: string) => readonly RequirementToken[] = tokenizerOf(requirementLexicon);
