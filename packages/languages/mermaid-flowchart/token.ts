import { asWritten } from '../mermaid/source.ts';

/** A piece of the source, offsets in UTF-16 units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A text as Mermaid takes it: plain, in quotes, or as markdown in quotes and backticks. */
export interface Words extends Range {
  /** Without its quotes; entities as written. */
  readonly text: string;
  readonly type: 'text' | 'string' | 'markdown';
  /** Of the words and their quotes. */
  readonly outer: Range;
}

export type Keyword =
  | 'graph'
  | 'subgraph'
  | 'end'
  | 'style'
  | 'linkStyle'
  | 'classDef'
  | 'class'
  | 'default'
  | 'interpolate'
  | 'call'
  | 'href'
  | 'target';

export type Token = Range &
  (
    | { readonly kind: 'keyword'; readonly word: Keyword }
    | { readonly kind: 'newline' | 'semicolon' | 'space' | 'end_of_text' | 'class_mark' | 'colon' | 'comma' | 'ampersand' }
    /** What ids are made of: letters, digits and more. */
    | { readonly kind: 'name' | 'number' | 'letter' | 'hash' | 'star' | 'minus' | 'down' | 'up' }
    | { readonly kind: 'direction_line'; readonly direction: string }
    | { readonly kind: 'header'; readonly direction?: string }
    | { readonly kind: 'edge_id'; readonly id: string }
    | { readonly kind: 'link'; readonly end: string; readonly start?: string; readonly words?: Words }
    | { readonly kind: 'pipe'; readonly words: Words }
    | {
        readonly kind: 'body';
        readonly open: string;
        readonly close: string;
        readonly words: Words;
        readonly property?: readonly [string, string];
      }
    | { readonly kind: 'data'; readonly yaml: string; readonly inner: Range }
    | { readonly kind: 'string'; readonly words: Words }
    | { readonly kind: 'clicked'; readonly id: string }
    | { readonly kind: 'callback'; readonly name: string }
    | { readonly kind: 'title' | 'description'; readonly text: string }
  );

/** The first thing in a source that Mermaid would not take. */
export class SyntaxFailure extends Error {
  readonly from: number;
  readonly to: number;

  constructor(message: string, from: number, to: number) {
    super(message);
    this.from = from;
    this.to = to;
  }
}

/** For messages: a piece of source as the reader sees it. */
export function quoted(text: string): string {
  const line = asWritten(text).split('\n')[0]?.trim() ?? '';
  if (line === '') return 'the end of the line';
  return `“${line.length > 24 ? `${line.slice(0, 24)}…` : line}”`;
}
