import type { Range } from './model.ts';
import type { Token, TokenKind } from './tokens.ts';

/** A place where the grammar breaks, with a sentence about it. */
export class Problem extends Error {
  readonly at: Range;
  constructor(message: string, at: Range) {
    super(message);
    this.at = at;
  }
}

/** A place in a row of tokens that ends with `end_of_file`. */
export interface Cursor {
  peek(): Token;
  /** The token most lately taken. */
  previous(): Token;
  take(): Token;
  /** Takes the next token if it is of this kind (and text). */
  accept(kind: TokenKind, text?: string): boolean;
  /** Takes the next token, which must be of this kind (and text); throws a `Problem` that names `what` was expected. */
  expect(kind: TokenKind, what: string, text?: string): Token;
  fail(what: string): never;
  failAt(at: Range, message: string): never;
  /** Goes on behind the next line end, at least one token further. */
  skipLine(): void;
}

export function cursorOver(tokens: readonly Token[]): Cursor {
  const end: Token = tokens.at(-1) ?? { kind: 'end_of_file', text: '', from: 0, to: 0 };
  let at = 0;
  const peek = () => tokens[at] ?? end;
  const previous = () => tokens[at - 1] ?? end;
  const is = (kind: TokenKind, text?: string) => peek().kind === kind && (text === undefined || peek().text === text);
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
    previous,
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

function describe(token: Token): string {
  if (token.kind === 'end_of_file') return 'the end of the text';
  if (token.kind === 'newline') return 'the end of the line';
  if (token.kind === 'cardinality') return 'a cardinality';
  return `"${token.text.length > 30 ? `${token.text.slice(0, 30)}…` : token.text}"`;
}
