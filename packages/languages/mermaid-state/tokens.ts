import type { Token } from '../mermaid/cursor.ts';
import { tokenizerOf } from '../mermaid/lexicon.ts';
import { stateLexicon } from './lexemes.ts';

export type StateTokenKind =
  | 'header'
  | 'direction'
  | 'word'
  | 'point'
  | 'arrow'
  | 'description'
  | 'style_suffix'
  | 'divider'
  | 'opening'
  | 'closing'
  | 'name'
  | 'long_name'
  | 'as'
  | 'fork'
  | 'join'
  | 'choice'
  | 'note'
  | 'left of'
  | 'right of'
  | 'note_text'
  | 'remark'
  | 'class_def'
  | 'class'
  | 'style'
  | 'ids'
  | 'styles'
  | 'class_name'
  | 'setting'
  | 'number'
  | 'click'
  | 'href'
  | 'string'
  | 'unknown';

export type StateToken = Token<StateTokenKind>;

/** Cuts a quiet source into tokens; what fits nowhere is `unknown` up to the end of its line. Never fails, and takes time in proportion to the text. */
export const tokenize: (text: string) => readonly StateToken[] = tokenizerOf(stateLexicon);
