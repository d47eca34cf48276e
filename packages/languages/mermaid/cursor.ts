import type { Range } from '../text-range.ts';

export type { Range };

/** A piece of a source: every grammar has its own kinds, but all have line ends and an end. */
export interface Token<Kind extends string> extends Range {
  readonly kind: Kind | 'newline' | 'end_of_file';
  /** What it stands for: a keyword in its usual case, a quoted text without its quotes. */
  readonly text: string;
}

/** A place where the grammar breaks, with a sentence about it. */
export class Problem extends Error {
  readonly at: Range;
  constructor(message: string, at: Range) {
    super(message);
    this.at = at;
  }
}

/** A place in a row of tokens that ends with `end_of_file`. */
export interface Cursor<Kind extends string> {
  peek(): Token<Kind>;
  /** The token most lately taken. */
  previous(): Token<Kind>;
  take(): Token<Kind>;
  /** Takes the next token if it is of this kind (and text). */
  accept(kind: Token<Kind>['kind'], text?: string): boolean;
  /** Takes the next token, which must be of this kind (and text); throws a `Problem` that names `what` was expected. */
  expect(kind: Token<Kind>['kind'], what: string, text?: string): Token<Kind>;
  fail(what: string): never;
  failAt(at: Range, message: string): never;
  /** Goes on to the next line end. */
  skipLine(): void;
}

export function cursorOver<Kind extends string>(tokens: readonly Token<Kind>[]): Cursor<Kind> {
  const end: Token<Kind> = tokens.at(-1) ?? { kind: 'end_of_file', text: '', from: 0, to: 0 };
  let at = 0;
  const peek = () => tokens[at] ?? end;
  const is = (kind: Token<Kind>['kind'], text?: string) => peek().kind === kind && (text === undefined || peek().text === text);
  const take = () => {
    const token = peek();
    at += 1;
    return token;
  };
  const fail = (what: string): never => {
    throw new Problem(`Expected ${what}, but found ${describe(peek())}.`, peek());
  };
  return {
    peek,
    previous: () => tokens[at - 1] ?? end,
    take,
    fail,
    accept: (kind, text) => {
      if (!is(kind, text)) return false;
      take();
      return true;
    },
    expect: (kind, what, text) => (is(kind, text) ? take() : fail(what)),
    failAt: (range, message) => {
      throw new Problem(message, range);
    },
    skipLine: () => {
      while (peek().kind !== 'newline' && peek().kind !== 'end_of_file') take();
    },
  };
}

const longest = 30;

function describe({ kind, text }: Token<string>): string {
  if (kind === 'end_of_file' || text === '') return 'the end of the text';
  if (kind === 'newline') return text === ';' ? '";"' : 'the end of the line';
  return `"${text.length > longest ? `${text.slice(0, longest)}…` : text}"`;
}
