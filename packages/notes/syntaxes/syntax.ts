import type { CompletionSource } from '@codemirror/autocomplete';
import type { Language } from '@codemirror/language';

/** A pattern to fill in, as CodeMirror writes snippets: `#{name}` is a field, a tab is a step inwards. */
export interface Snippet {
  readonly label: string;
  readonly detail: string;
  readonly template: string;
}

/** How the texts of a family of diagram languages are written in an editor: a folder with a `manifest.ts` that exports one of these. */
export interface Syntax {
  /** Equals the folder's name, and the family's id. */
  readonly id: string;
  /** Colours the text, line by line. The real parsers say what is right; this only has to be quick. */
  readonly language: Language;
  /** Words, patterns and names to go on with. */
  readonly complete: CompletionSource;
  /** Where names of icons stand: what is typed of one so far is the first group of a match up to the caret; and how an icon is written there. */
  readonly icons?: { readonly typed: RegExp; written(id: string): string };
  /** Patterns for the kind of diagram that a text is. */
  snippets(source: string): readonly Snippet[];
  /** Whether what is put below this line stands a step further in. */
  indentsBelow(line: string): boolean;
  /** Shown while there is no text. */
  readonly placeholder: string;
}
