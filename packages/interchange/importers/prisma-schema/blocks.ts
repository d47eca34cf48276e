import { createLexer, type Lexicon, type Token } from '../../text/lexer.ts';
import { says } from '../../text/token-cursor.ts';

const lexicon: Lexicon = {
  word: /[\p{L}\p{N}_]+/uy,
  quotes: [{ open: '"', close: '"', kind: 'string', escape: 'backslash', oneLine: true }],
  remark: '///',
  lineComments: ['//'],
  newlines: true,
};

/** `model User { … }`, in lines. */
export interface PrismaBlock {
  readonly kind: string;
  readonly name: string;
  readonly at: number;
  /** What stands in `///` lines above it. */
  readonly note: string;
  readonly lines: readonly PrismaLine[];
}

export interface PrismaLine {
  readonly tokens: readonly Token[];
  /** What stands in `///` lines above it, or behind it. */
  readonly note: string;
}

export interface PrismaBlocks {
  readonly blocks: readonly PrismaBlock[];
  /** Offsets of quotes and blocks that are never closed. */
  readonly unclosed: readonly number[];
}

/** Cuts a schema into its blocks; a block that is never closed ends where the next one starts. */
export function readBlocks(text: string): PrismaBlocks {
  const lexer = createLexer(text, lexicon);
  const unclosed: number[] = [];
  const blocks: PrismaBlock[] = [];
  let lines: PrismaLine[] | undefined;
  for (const { tokens, note } of logicalLines(() => lexer.next())) {
    const [kind, name, brace] = tokens;
    const header = kind?.kind === 'word' && name?.kind === 'word' && says(brace, '{');
    if (header) {
      if (lines) unclosed.push(blocks.at(-1)?.at ?? 0);
      lines = [];
      blocks.push({ kind: kind.text, name: name.text, at: kind.from, note, lines });
    }
    const content = header ? tokens.slice(3) : tokens;
    const end = content.length > 0 && says(content.at(-1), '}') && !content.some((token) => says(token, '{'));
    const inside = end ? content.slice(0, -1) : content;
    if (inside.length > 0) lines?.push({ tokens: inside, note: header ? '' : note });
    if (end) lines = undefined;
  }
  if (lines) unclosed.push(blocks.at(-1)?.at ?? 0);
  return { blocks, unclosed: [...lexer.unclosed, ...unclosed] };
}

/** Lines that hold something; an attribute's list may go over several. */
function* logicalLines(next: () => Token | undefined): Generator<PrismaLine> {
  let tokens: Token[] = [];
  let notes: string[] = [];
  let depth = 0;
  for (let token = next(); token; token = next()) {
    if (token.kind === 'remark') notes.push(token.text);
    else if (token.kind !== 'newline') {
      tokens.push(token);
      if (says(token, '(') || says(token, '[')) depth += 1;
      else if (says(token, ')') || says(token, ']')) depth = Math.max(0, depth - 1);
    } else if (tokens.length > 0 && (depth === 0 || says(tokens.at(-1), '{') || says(tokens.at(-1), '}'))) {
      yield { tokens, note: notes.join(' ') };
      [tokens, notes, depth] = [[], [], 0];
    }
  }
  if (tokens.length > 0) yield { tokens, note: notes.join(' ') };
}
