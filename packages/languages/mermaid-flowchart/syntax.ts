import type { Range, Token, Words } from './token.ts';

export type Body = Extract<Token, { kind: 'body' }>;
export type Data = Extract<Token, { kind: 'data' }>;
export type Link = Extract<Token, { kind: 'link' }>;

/** A node as it stands at one place of the text: `id[text]:::class@{ … }`. */
export interface NodeMention extends Range {
  readonly id: string;
  readonly idRange: Range;
  readonly body?: Body;
  readonly className?: string;
  readonly data: readonly Data[];
}

export interface LinkMention extends Range {
  readonly id?: string;
  readonly link: Link;
  /** Of `|…|` or of the text inside the link. */
  readonly words?: Words;
  /** Of `|…|` with its bars. */
  readonly pipe?: Range;
}

/** `A & B --> C --> D`: links[i] joins lists[i] to lists[i + 1]. */
export interface Chain extends Range {
  readonly kind: 'chain';
  readonly lists: readonly (readonly NodeMention[])[];
  readonly links: readonly LinkMention[];
}

export interface Subgraph extends Range {
  readonly kind: 'subgraph';
  /** As written, or undefined when it has only a title. */
  readonly id?: string;
  readonly title: string;
  readonly titleRange: Range;
  readonly titleType: Words['type'];
  /** `[…]` around the title. */
  readonly bracketed: boolean;
  readonly statements: readonly Statement[];
  /** Of the word `end`. */
  readonly end: Range;
}

export type Statement =
  | Chain
  | Subgraph
  | (Range & { readonly kind: 'style'; readonly id: string; readonly styles: readonly string[]; readonly stylesRange: Range })
  | (Range & {
      readonly kind: 'linkStyle';
      readonly targets: readonly (number | 'default')[];
      readonly targetsRange: Range;
      readonly interpolate?: string;
      readonly styles?: readonly string[];
      readonly stylesRange?: Range;
    })
  | (Range & { readonly kind: 'classDef'; readonly ids: string; readonly styles: readonly string[] })
  | (Range & { readonly kind: 'class'; readonly ids: string; readonly name: string; readonly idsRange: Range })
  | (Range & { readonly kind: 'click'; readonly id: string; readonly link?: string; readonly tooltip?: string })
  | (Range & { readonly kind: 'direction'; readonly direction: string })
  | (Range & { readonly kind: 'title' | 'description'; readonly text: string });

/** A flowchart's text, piece by piece. */
export interface Syntax {
  readonly direction?: string;
  /** Front matter's. */
  readonly title?: string;
  readonly header: Range;
  readonly statements: readonly Statement[];
}
