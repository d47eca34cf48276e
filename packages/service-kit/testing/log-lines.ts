/** Lines of a log as a test reads them. */
export interface LogLines {
  /** Every line so far, parsed. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  /** Every line so far as it was written. */
  readonly text: string;
  take(line: string): void;
}

/** Takes what is logged, for a test to look at. */
export function collectLog(): LogLines {
  const taken: string[] = [];
  return {
    take: (line) => void taken.push(line),
    get text() {
      return taken.join('');
    },
    get lines() {
      return taken.map((line): Record<string, unknown> => JSON.parse(line));
    },
  };
}
