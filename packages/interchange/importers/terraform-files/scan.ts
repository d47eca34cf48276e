import { ForeignFileError } from '../../file-format.ts';

/** What stands to the right of a "=": the names that it walks along, such as `aws_subnet.private.id`, and its text where it is a plain one. */
export interface Expression {
  readonly references: readonly (readonly string[])[];
  readonly literal?: string;
}

/** No file nests deeper; a stack has an end. */
const deepest = 100;

const blanks = /[^\S\n]+/y;
const blankLines = /\s+/y;
const traversal = /[A-Za-z_][\w-]*(?:(?:\[[^[\]\n"]*\])?\.(?:[A-Za-z_][\w-]*|\d+|\*))*/y;
const heredoc = /<<[-~]?([A-Za-z_][\w-]*)[^\S\n]*\n/y;
const number = /-?\d[\w.]*/y;

/** Reads the text of HashiCorp's configuration language (HCL, native syntax) from left to right, every character once. */
export class Scanner {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get done(): boolean {
    return this.at >= this.#text.length;
  }

  peek(): string {
    return this.#text.charAt(this.at);
  }

  /** What matches here, and nothing when nothing does. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** Over spaces and remarks, and over line ends unless they mean something. */
  skip(lines: boolean): void {
    const blank = lines ? blankLines : blanks;
    for (;;) {
      const from = this.at;
      this.take(blank);
      if (this.#text.startsWith('/*', this.at)) this.at = this.#behind('*/', this.at + 2);
      else if (this.peek() === '#' || this.#text.startsWith('//', this.at)) this.at = this.#lineEnd();
      if (this.at === from) return;
    }
  }

  /** An expression up to the end of its line or of the body around it. */
  expression(): Expression {
    this.skip(false);
    const references: string[][] = [];
    const literal = this.peek() === '"' ? this.quoted(references) : this.take(number);
    this.skip(false);
    const alone = this.done || '\n}'.includes(this.peek());
    this.#walk(references, 0, '\n}');
    return { references, ...(literal !== undefined && alone && references.length === 0 && { literal }) };
  }

  /** A text in quotes as written, and the references of its `${…}`. */
  quoted(references: string[][], depth = 0): string {
    this.at += 1;
    const from = this.at;
    while (!this.done && this.peek() !== '"' && this.peek() !== '\n') this.#textPiece(references, depth);
    const text = this.#text.slice(from, this.at);
    if (this.peek() === '"') this.at += 1;
    return text;
  }

  #textPiece(references: string[][], depth: number): void {
    if (this.peek() === '\\') this.at += 2;
    else if (/[$%]/.test(this.peek()) && this.#text[this.at + 1] === this.peek()) this.at += 2;
    else if (/[$%]/.test(this.peek()) && this.#text[this.at + 1] === '{') {
      this.at += 2;
      this.#walk(references, depth + 1, '}');
      this.at += 1;
    } else this.at += 1;
  }

  /** Over what is between here and one of the ends outside all brackets, gathering what it refers to. */
  #walk(references: string[][], depth: number, ends: string): void {
    if (depth > deepest) throw new ForeignFileError('This Terraform file is nested too deep.');
    let brackets = 0;
    while (!this.done) {
      const next = this.peek();
      if (brackets === 0 && ends.includes(next)) return;
      if (next === '"') this.quoted(references, depth);
      else if (next === '#' || next === '/') this.#remark();
      else if (next === '<' && this.#heredoc(references, depth)) continue;
      else if (!this.#names(references)) {
        if ('([{'.includes(next)) brackets += 1;
        else if (')]}'.includes(next)) brackets -= 1;
        this.at += 1;
      }
    }
  }

  #remark(): void {
    const from = this.at;
    this.skip(false);
    if (this.at === from) this.at += 1;
  }

  #names(references: string[][]): boolean {
    const found = this.take(traversal);
    if (found === undefined) return false;
    const path = found.replace(/\[[^\]]*\]/g, '').split('.');
    if (path.length > 1) references.push(path);
    return true;
  }

  /** Over a text of several lines, when one begins here. */
  #heredoc(references: string[][], depth: number): boolean {
    const [, mark] = /<<[-~]?([\w-]+)/.exec(this.take(heredoc) ?? '') ?? [];
    if (mark === undefined) return false;
    const end = new RegExp(`^[^\\S\\n]*${mark}[^\\S\\n]*$`, 'my');
    while (!this.done && this.take(end) === undefined) {
      const lineEnd = this.#lineEnd();
      while (this.at < lineEnd) this.#textPiece(references, depth);
      this.at = Math.max(this.at, lineEnd) + 1;
    }
    return true;
  }

  #lineEnd(): number {
    const found = this.#text.indexOf('\n', this.at);
    return found < 0 ? this.#text.length : found;
  }

  #behind(mark: string, from: number): number {
    const found = this.#text.indexOf(mark, from);
    return found < 0 ? this.#text.length : found + mark.length;
  }
}
