import { Problem, type Range } from '../mermaid/cursor.ts';
import type { Mention, Property, PropertyList } from './syntax.ts';

const connectorAt = /<-{1,2}>|<>|<-{1,2}|<|-{1,2}>|=>|>/y;
const spacedConnectorAt = /-{1,2}(?=[\s"]|$)/y;
const longest = 30;
/** Brackets in a name are looked ahead in so far, and properties behind a label, UTF-16 units. */
const widestBrackets = 200;
const longestProperties = 1000;

/** Reads the pieces of which Eraser's statements are made, from left to right (https://docs.eraser.io/diagram-as-code). */
export class Scanner {
  readonly source: string;
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  get isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  peek(): string {
    return this.source.charAt(this.at);
  }

  /** Throws a problem that says what was expected instead of what is here. */
  fail(what: string): never {
    const line = /[^\r\n]*/y;
    line.lastIndex = this.at;
    const rest = line.exec(this.source)?.[0].trim() ?? '';
    const found = rest !== '' ? `"${rest.length > longest ? `${rest.slice(0, longest)}…` : rest}"` : undefined;
    const there = found ?? (this.isAtEnd ? 'the end of the text' : 'the end of the line');
    throw new Problem(`Expected ${what}, but found ${there}.`, { from: this.at, to: this.at + Math.max(rest.length, 1) });
  }

  /** Passes over spaces and a remark up to the end of the line. */
  skipBlank(): void {
    while (/[^\S\n]/.test(this.peek())) this.at += 1;
    if (this.#isRemark(this.at)) this.skipLine();
  }

  /** Passes over empty lines and remarks. */
  skipLines(): void {
    for (this.skipBlank(); this.peek() === '\n'; this.skipBlank()) this.at += 1;
  }

  skipLine(): void {
    const end = this.source.indexOf('\n', this.at);
    this.at = end < 0 ? this.source.length : end;
  }

  accept(sign: string): boolean {
    if (!this.source.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  /** The connector at a place: `>`, `<>`, `-->`; dashes alone need space around them, since names have dashes too. */
  connectorAt(at: number): string | undefined {
    connectorAt.lastIndex = at;
    const found = connectorAt.exec(this.source)?.[0];
    if (found !== undefined || (at > 0 && !/[\s\]")]/.test(this.source.charAt(at - 1)))) return found;
    spacedConnectorAt.lastIndex = at;
    return spacedConnectorAt.exec(this.source)?.[0];
  }

  /** A name, in quotes or bare, with the properties behind it. */
  mention(what: string): Mention {
    const from = this.at;
    const name = this.peek() === '"' ? this.quoted() : this.#bareName();
    if (name.trim() === '') {
      this.at = from;
      this.fail(what);
    }
    const nameRange = { from, to: this.at };
    this.skipBlank();
    if (this.peek() !== '[') {
      this.at = nameRange.to;
      return { name, nameRange, ...nameRange };
    }
    const properties = this.properties();
    return { name, nameRange, properties, from, to: this.at };
  }

  quoted(): string {
    const found = /"((?:[^"\\\n]|\\.)*)"/y;
    found.lastIndex = this.at;
    const text = found.exec(this.source)?.[1];
    if (text === undefined) return this.fail('a text that ends with a quotation mark in its line');
    this.at = found.lastIndex;
    return text.replace(/\\(n|.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
  }

  #bareName(): string {
    const from = this.at;
    let to = from;
    let depth = 0;
    for (; this.at < this.source.length; this.at += 1) {
      const sign = this.peek();
      if (sign === '\n' || /[[\]{}"]/.test(sign) || this.#isRemark(this.at)) break;
      if (depth === 0 && (/[,:]/.test(sign) || this.connectorAt(this.at) !== undefined)) break;
      if (sign === '(' && this.#closesInLine()) depth += 1;
      if (sign === ')') depth = Math.max(0, depth - 1);
      if (!/\s/.test(sign)) to = this.at + 1;
    }
    this.at = to;
    return this.source.slice(from, to);
  }

  #closesInLine(): boolean {
    return /^\([^\n[\]{}"]*?\)/.test(this.source.slice(this.at, this.at + widestBrackets));
  }

  /** `[key: value, …]`, perhaps over several lines. */
  properties(): PropertyList {
    const from = this.at;
    this.accept('[');
    const entries: Property[] = [];
    for (;;) {
      this.skipLines();
      if (this.accept(']')) break;
      entries.push(this.#property());
      this.skipLines();
      if (!this.accept(',') && this.peek() !== ']') this.fail('"," or "]"');
    }
    return { from, to: this.at, entries };
  }

  #property(): Property {
    const from = this.at;
    const key = /^[\w-]*/.exec(this.source.slice(from, from + 100))?.[0] ?? '';
    if (key === '') this.fail('a property, such as color: blue, or "]"');
    this.at += key.length;
    this.skipBlank();
    if (!this.accept(':')) this.fail(`":" and a value after "${key}"`);
    this.skipBlank();
    const start = this.at;
    if (this.peek() === '"') {
      const value = this.quoted();
      return { key, value, from, to: this.at, valueRange: { from: start, to: this.at } };
    }
    const text = /[^,\]\n"]*/y;
    text.lastIndex = start;
    const value = (text.exec(this.source)?.[0] ?? '').trimEnd();
    if (value === '') this.fail(`a value for "${key}"`);
    this.at = start + value.length;
    return { key, value, from, to: this.at, valueRange: { from: start, to: this.at } };
  }

  /** The words up to the end of the line, a remark, or properties; with the space around them taken off. */
  words(): Range & { readonly text: string } {
    this.skipSpaces();
    const from = this.at;
    if (this.peek() === '"') {
      const text = this.#quotedWords();
      if (text !== undefined) return { text, from, to: this.at };
    }
    let to = from;
    for (; this.at < this.source.length && this.peek() !== '\n' && !this.#isRemark(this.at); this.at += 1) {
      if (this.peek() === '[' && /^\[\s*\w+\s*:[^\]\n]*\]\s*(?:\/\/.*)?$/.test(this.#restOfLine())) break;
      if (!/\s/.test(this.peek())) to = this.at + 1;
    }
    return { text: this.source.slice(from, to).replaceAll('\\n', '\n'), from, to };
  }

  /** A text in quotes, when nothing but a remark or properties is behind it. */
  #quotedWords(): string | undefined {
    const from = this.at;
    if (/^"(?:[^"\\\n]|\\.)*"\s*(?:\[|\/\/|$)/.test(this.#restOfLine())) return this.quoted();
    this.at = from;
    return undefined;
  }

  skipSpaces(): void {
    while (/[^\S\n]/.test(this.peek())) this.at += 1;
  }

  #restOfLine(): string {
    return (this.source.slice(this.at, this.at + longestProperties).split('\n', 1)[0] ?? '').trimEnd();
  }

  /** `//`, but not that of an address. */
  #isRemark(at: number): boolean {
    return this.source.startsWith('//', at) && (at === 0 || /[\s[\]{},]/.test(this.source.charAt(at - 1)));
  }
}
