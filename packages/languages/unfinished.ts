/** Work on a diagram was given up: it took too long, or was more than there is memory or stack for. */
export class Unfinished extends Error {
  readonly code: 'too_slow' | 'too_complex';

  constructor(code: Unfinished['code'], problem: string, cause?: unknown) {
    super(`${problem} Split it into several diagrams.`, { cause });
    this.code = code;
  }
}

/** What came in the way of drawing, as the person has to know it. */
export function asUnfinished(cause: unknown): Unfinished {
  if (cause instanceof Unfinished) return cause;
  return new Unfinished('too_complex', 'The text makes more, or is nested deeper, than can be drawn.', cause);
}
