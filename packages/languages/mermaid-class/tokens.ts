import type { Token } from '../mermaid/cursor.ts';
import { tokenizerOf } from '../mermaid/lexicon.ts';
import { classLexicon } from './lexemes.ts';

export type ClassTokenKind =
  | 'header'
  | 'direction'
  | 'remark'
  | 'word'
  | 'letter'
  | 'minus'
  | 'dot'
  | 'quoted_name'
  | 'generic'
  | 'string'
  | 'label'
  | 'class_suffix'
  | 'keyword'
  | 'punctuation'
  | 'member'
  | 'head'
  | 'line'
  | 'link_target'
  | 'callback_name'
  | 'callback_arguments'
  | 'unknown';

export type ClassToken = Token<ClassTokenKind>;

/** Cuts a quiet source into tokens; what fits nowhere is `unknown` up to the end of its line. Never fails, and takes time in proportion to the text. */
export const tokenize: (text: string) => readonly ClassToken[] = tokenizerOf(classLexicon);
