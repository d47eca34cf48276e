import type { Cursor } from '../mermaid/cursor.ts';
import type { ClassDraft } from './draft.ts';
import type { ClassTokenKind } from './tokens.ts';

/** What the parts of the parser share. */
export interface Reading {
  readonly cursor: Cursor<ClassTokenKind>;
  readonly draft: ClassDraft;
  /** The quiet source that the tokens are cut from. */
  readonly text: string;
}
