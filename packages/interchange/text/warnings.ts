import type { ImportWarning } from '../importer.ts';
import { lineOf } from './lexer.ts';

/** More would help nobody. */
const most = 50;

/** What a reader did not understand, gathered with lines. */
export interface Warnings {
  /** `at`: an offset of the text. */
  warn(message: string, at?: number): void;
  /** The first ones by line, and how many more there are. */
  list(): readonly ImportWarning[];
}

export function createWarnings(text: string): Warnings {
  const kept: ImportWarning[] = [];
  let count = 0;
  return {
    warn(message, at) {
      count += 1;
      if (count <= most) kept.push({ message, ...(at !== undefined && { line: lineOf(text, at) }) });
    },
    list() {
      const byLine = kept.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
      return count > most ? [...byLine, { message: `And ${count - most} more.` }] : byLine;
    },
  };
}
