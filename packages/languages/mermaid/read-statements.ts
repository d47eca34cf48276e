import type { Diagnostic } from '@autograph/editor';
import { type Cursor, Problem } from './cursor.ts';
import { errorAt } from './source.ts';

/** More would help nobody. */
export const maxDiagnostics = 20;

interface Grammar {
  header(): void;
  /** `failed`: whether something before could not be read. */
  statement(failed: boolean): void;
  /** What is wrong with the end of the text. */
  ending?(failed: boolean): void;
}

/** Reads a text to its end, passing over the rest of each line that breaks the grammar; gives what is wrong, in order. */
export function readStatements<Kind extends string>(source: string, cursor: Cursor<Kind>, grammar: Grammar): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const attempt = (read: () => void) => {
    try {
      read();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      diagnostics.push(errorAt(source, problem.at.from, problem.at.to, problem.message));
      cursor.skipLine();
    }
  };
  attempt(grammar.header);
  while (cursor.peek().kind !== 'end_of_file' && diagnostics.length < maxDiagnostics)
    attempt(() => grammar.statement(diagnostics.length > 0));
  attempt(() => grammar.ending?.(diagnostics.length > 0));
  return diagnostics;
}
