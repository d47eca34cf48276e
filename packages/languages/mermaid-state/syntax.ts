import type { Direction } from '@autograph/layout';
import type { Range } from '../mermaid/cursor.ts';

/** Words of the text, without the space around them, and where they stand. */
export interface Words extends Range {
  readonly text: string;
}

/** A place that names a state: its id, or `[*]`. */
export interface Mention extends Words {
  /** After `:::`, as one word. */
  readonly styleClass?: Words;
}

/** The statements between a composite state's braces. */
export interface Body extends Range {
  readonly statements: readonly Statement[];
}

export type PseudoKind = 'fork' | 'join' | 'choice';

/** `A`, `A : words`, `state A { … }`, `state "words" as A { … }`, `state A <<fork>>` */
export interface StateStatement extends Range {
  readonly kind: 'state';
  readonly mention: Mention;
  readonly pseudo?: PseudoKind;
  /** `quoted` before the name; otherwise what follows its colon. */
  readonly description?: Words & { readonly quoted: boolean };
  /** What follows a colon after `as A`. */
  readonly more?: Words;
  readonly body?: Body;
}

export interface TransitionStatement extends Range {
  readonly kind: 'transition';
  readonly from_state: Mention;
  readonly to_state: Mention;
  readonly arrow: Range;
  /** Its range begins at the colon. */
  readonly label?: Words;
}

export interface NoteStatement extends Range {
  readonly kind: 'note';
  readonly mention: Mention;
  readonly side: 'left' | 'right';
  readonly text: Words;
  /** Between lines of its own, up to `end note`. */
  readonly block: boolean;
}

export interface FreeNoteStatement extends Range {
  readonly kind: 'free_note';
  readonly text: Words;
}

export type StyleStatement = Range &
  (
    | { readonly kind: 'class_def'; readonly name: string; readonly styles: readonly string[] }
    | { readonly kind: 'class'; readonly names: readonly Words[]; readonly className: Words }
    | { readonly kind: 'style'; readonly names: readonly Words[]; readonly styles: readonly string[]; readonly stylesRange: Range }
  );

export interface LinkStatement extends Range {
  readonly kind: 'link';
  readonly mention: Mention;
  readonly url: string;
}

export type Statement =
  | StateStatement
  | TransitionStatement
  | NoteStatement
  | FreeNoteStatement
  | StyleStatement
  | LinkStatement
  | (Range & { readonly kind: 'direction'; readonly direction: Direction })
  /** What parts concurrent regions. */
  | (Range & { readonly kind: 'divider' })
  /** What says nothing about the picture. */
  | (Range & { readonly kind: 'other' });
