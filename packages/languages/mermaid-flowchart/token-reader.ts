import { asWritten } from '../mermaid/source.ts';
import { quoted, type Range, SyntaxFailure, type Token } from './token.ts';

type Kind = Token['kind'];

const idKinds: ReadonlySet<Kind> = new Set(['ampersand', 'colon', 'down', 'number', 'comma', 'name', 'hash', 'minus', 'star', 'letter']);
const styleKinds: ReadonlySet<Kind> = new Set(['space', 'colon', 'number', 'name', 'hash']);

/** Walks over the tokens of one text. */
export class TokenReader {
  readonly text: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.#tokens = tokens;
  }

  get token(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end_of_text', from: this.text.length, to: this.text.length };
  }

  peek(ahead = 1): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  advance(): Token {
    const { token } = this;
    this.#at++;
    return token;
  }

  is(kind: Kind): boolean {
    return this.token.kind === kind;
  }

  isKeyword(word: string): boolean {
    return this.token.kind === 'keyword' && this.token.word === word;
  }

  skip(...kinds: Kind[]): void {
    while (kinds.includes(this.token.kind) && !this.is('end_of_text')) this.advance();
  }

  /** The failure that the current token is where something else was expected. */
  fail(expected: string): SyntaxFailure {
    const { kind, from, to } = this.token;
    const text = this.text.slice(from, to);
    const found =
      kind === 'end_of_text' || to >= this.text.length
        ? 'the end of the text'
        : kind === 'newline'
          ? 'the end of the line'
          : kind === 'space'
            ? 'a blank'
            : quoted(text);
    return new SyntaxFailure(`Expected ${expected}, found ${found}.`, from, Math.max(from + 1, from + text.trimEnd().length));
  }

  expectSpace(after: string): void {
    if (!this.is('space')) throw this.fail(`a blank after “${after}”`);
    this.advance();
  }

  startsId(): boolean {
    return idKinds.has(this.token.kind) || this.isKeyword('default');
  }

  /** An identifier, which may be made of several tokens without blanks between them. */
  id(what: string): Range & { readonly text: string } {
    if (!this.startsId()) throw this.fail(what);
    const { from } = this.token;
    let to = from;
    while (this.startsId()) to = this.advance().to;
    return { from, to, text: this.text.slice(from, to) };
  }

  /** Comma-separated styles, blanks and all. */
  styles(): Range & { readonly list: readonly string[] } {
    const { from } = this.token;
    let to = from;
    const list: string[] = [];
    do {
      if (list.length > 0) to = this.advance().to;
      const start = to;
      while (styleKinds.has(this.token.kind) || this.isKeyword('style')) to = this.advance().to;
      if (to === start) throw this.fail('a style such as “fill:#f9f”');
      list.push(asWritten(this.text.slice(start, to)));
    } while (this.is('comma'));
    return { from, to, list };
  }

  /** The end of a statement: a line end, a semicolon, or the end of the text. */
  separator(expected: string): void {
    if (!this.is('newline') && !this.is('semicolon') && !this.is('end_of_text')) throw this.fail(expected);
    this.advance();
  }
}
