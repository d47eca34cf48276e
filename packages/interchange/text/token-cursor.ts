import type { Token } from './lexer.ts';

/** Steps through tokens; words are compared without regard to case, and only where they are not quoted. */
export interface TokenCursor {
  /** Undefined past the end. */
  peek(ahead?: number): Token | undefined;
  take(): Token | undefined;
  /** Whether these words and symbols come next. */
  sees(...words: readonly string[]): boolean;
  /** Takes these words and symbols if they come next, all or none. */
  accept(...words: readonly string[]): boolean;
  /** Takes a group in parentheses if one comes next; gives what is inside. */
  group(): readonly Token[] | undefined;
  readonly done: boolean;
}

export function cursorOf(tokens: readonly Token[]): TokenCursor {
  let at = 0;
  const sees = (words: readonly string[]) => words.every((word, ahead) => says(tokens[at + ahead], word));
  return {
    peek: (ahead = 0) => tokens[at + ahead],
    take() {
      at += 1;
      return tokens[at - 1];
    },
    sees: (...words) => sees(words),
    accept(...words) {
      if (!sees(words)) return false;
      at += words.length;
      return true;
    },
    group() {
      if (!says(tokens[at], '(')) return undefined;
      const start = at + 1;
      let depth = 0;
      for (; at < tokens.length; at += 1) {
        if (says(tokens[at], '(')) depth += 1;
        else if (says(tokens[at], ')')) depth -= 1;
        if (depth === 0) break;
      }
      at += 1;
      return tokens.slice(start, at - 1);
    },
    get done() {
      return at >= tokens.length;
    },
  };
}

/** Whether a token is this word or symbol; `word` in capitals. */
export function says(token: Token | undefined, word: string): boolean {
  return (token?.kind === 'word' || token?.kind === 'symbol') && token.text.toUpperCase() === word;
}

/** Tokens between commas that are in no parentheses. */
export function splitByCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (says(token, '(')) depth += 1;
    else if (says(token, ')')) depth -= 1;
    if (depth === 0 && says(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
