/** A piece of a text. `newline` and `remark` come only from lexicons that ask for them. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'symbol' | 'newline' | 'remark';
  /** Without quotes; escapes resolved. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Quote {
  readonly open: string;
  readonly close: string;
  readonly kind: 'quoted' | 'string';
  /** How the closing mark is written inside. */
  readonly escape?: 'doubled' | 'backslash' | 'both';
  /** Ends at the line's end at the latest. */
  readonly oneLine?: boolean;
  /** What may stand around an opening mark: it is a plain symbol elsewhere. */
  readonly opens?: (before: string, after: string) => boolean;
}

/** What the texts of a language are made of. */
export interface Lexicon {
  /** Sticky; numbers are words too. */
  readonly word: RegExp;
  /** Longer marks before those that they begin with. */
  readonly quotes: readonly Quote[];
  readonly lineComments: readonly string[];
  /** Starts a comment that belongs to what follows. */
  readonly remark?: string;
  readonly nestedComments?: boolean;
  readonly newlines?: boolean;
  /** $tag$ … $tag$ */
  readonly dollarQuotes?: boolean;
}

export interface Lexer {
  /** Undefined at the end. Never fails, and reads a text in time that grows with its length only. */
  next(): Token | undefined;
  /** Where the next token is looked for. */
  readonly at: number;
  moveTo(at: number): void;
  /** Where quotes and comments were opened and never closed. */
  readonly unclosed: readonly number[];
}

/** Searches for closing marks that may end in vain: each reads the whole rest of the text. */
const patience = 20;

/** Looking to a line's end costs nothing worth counting in lines up to this. */
const longLine = 10_000;

/** Cuts a text into tokens; an unclosed quote ends with its line, an unclosed comment with the text. */
export function createLexer(text: string, lexicon: Lexicon): Lexer {
  const unclosed: number[] = [];
  const { word } = lexicon;
  let at = 0;
  let vain = 0;

  /** The line that was last asked for: a line of a million quotes has one end. */
  let line = { from: 0, end: -1 };
  const lineEnd = (from: number) => {
    if (from < line.from || from > line.end) {
      const end = text.indexOf('\n', from);
      line = { from, end: end < 0 ? text.length : end };
    }
    return line.end;
  };
  const token = (kind: Token['kind'], content: string, from: number, to: number): Token => {
    at = to;
    return { kind, text: content, from, to };
  };

  function skipBlockComment(from: number): void {
    let depth = 1;
    const mark = /\/\*|\*\//g;
    mark.lastIndex = from + 2;
    for (let found = mark.exec(text); found; found = mark.exec(text)) {
      if (found[0] === '*/') depth -= 1;
      else if (lexicon.nestedComments) depth += 1;
      if (depth === 0) {
        at = mark.lastIndex;
        return;
      }
    }
    unclosed.push(from);
    at = text.length;
  }

  /** Gives the offset of the closing mark, or -1. */
  function closing({ close, escape: rule, oneLine }: Quote, from: number): number {
    const within = oneLine ? text.slice(0, lineEnd(from)) : text;
    let search = from;
    for (;;) {
      const end = within.indexOf(close, search);
      if (end < 0) return -1;
      if (rule !== 'doubled' && rule !== undefined && oddBackslashes(end, from)) search = end + 1;
      else if ((rule === 'doubled' || rule === 'both') && text.startsWith(close, end + close.length)) search = end + 2 * close.length;
      else return end;
    }
  }

  function oddBackslashes(end: number, from: number): boolean {
    let count = 0;
    while (end - count - 1 >= from && text[end - count - 1] === '\\') count += 1;
    return count % 2 === 1;
  }

  function readQuote(quote: Quote, from: number): Token {
    const start = from + quote.open.length;
    const end = vain < patience ? closing(quote, start) : -1;
    if (end >= 0) return token(quote.kind, plain(text.slice(start, end), quote), from, end + quote.close.length);
    if (vain < patience) unclosed.push(from);
    const stop = lineEnd(start);
    if (!quote.oneLine || stop - start > longLine) vain += 1;
    return token(quote.kind, text.slice(start, stop), from, stop);
  }

  function readDollarQuote(from: number): Token | undefined {
    const tag = /\$(?:[\p{L}_][\p{L}\p{N}_]{0,62})?\$/uy;
    tag.lastIndex = from;
    const open = tag.exec(text)?.[0];
    if (open === undefined || vain >= patience) return undefined;
    const start = from + open.length;
    const end = text.indexOf(open, start);
    if (end >= 0) return token('string', text.slice(start, end), from, end + open.length);
    vain += 1;
    unclosed.push(from);
    return undefined;
  }

  function readHere(): Token | undefined {
    const from = at;
    const { remark } = lexicon;
    if (remark !== undefined && text.startsWith(remark, from)) {
      const end = lineEnd(from);
      return token('remark', text.slice(from + remark.length, end).trim(), from, end);
    }
    if (lexicon.lineComments.some((mark) => text.startsWith(mark, from))) {
      at = lineEnd(from);
      return undefined;
    }
    if (text.startsWith('/*', from)) {
      skipBlockComment(from);
      return undefined;
    }
    const quote = lexicon.quotes.find(
      ({ open, opens }) => text.startsWith(open, from) && (opens?.(text[from - 1] ?? '', text[from + open.length] ?? '') ?? true),
    );
    if (quote) return readQuote(quote, from);
    word.lastIndex = from;
    const found = word.exec(text);
    if (found) return token('word', found[0], from, word.lastIndex);
    return (lexicon.dollarQuotes ? readDollarQuote(from) : undefined) ?? token('symbol', text[from] ?? '', from, from + 1);
  }

  return {
    next() {
      while (at < text.length) {
        const mark = text[at] ?? '';
        if (mark === '\n' && lexicon.newlines) return token('newline', mark, at, at + 1);
        if (mark.trim() === '') at += 1;
        else {
          const found = readHere();
          if (found) return found;
        }
      }
      return undefined;
    },
    get at() {
      return at;
    },
    moveTo(to) {
      at = to;
    },
    unclosed,
  };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '' };

function plain(content: string, { close, escape: rule }: Quote): string {
  if (rule === undefined) return content;
  const single = rule === 'backslash' ? content : content.replaceAll(close + close, close);
  return rule === 'doubled' ? single : single.replace(/\\([\s\S])/g, (_, mark: string) => escapes[mark] ?? mark);
}

/** The line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
