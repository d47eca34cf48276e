import type { Range } from '../mermaid/cursor.ts';
import type { Mention } from './model.ts';

/** A block where a statement names it. */
export interface NamedBlock {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly directions: readonly string[];
  readonly mention: Mention;
}

export interface Link {
  readonly link: Range;
  readonly arrow: string;
  readonly label: string;
  readonly labelRange?: Range;
}

/** What the text says, one after the other, before anybody asks what is what. */
export type Statement =
  | { readonly kind: 'node'; readonly node: NamedBlock; readonly width?: number; readonly range: Range }
  | { readonly kind: 'edge'; readonly from: NamedBlock; readonly link: Link; readonly to: NamedBlock; readonly range: Range }
  | { readonly kind: 'columns'; readonly columns: number | undefined; readonly range: Range }
  | { readonly kind: 'space'; readonly width: number; readonly range: Range }
  | {
      readonly kind: 'composite';
      readonly head?: NamedBlock;
      readonly width: number;
      readonly body: readonly Statement[];
      readonly bodyFrom: number;
      readonly range: Range;
    }
  | { readonly kind: 'class_def'; readonly name: string; readonly styles: string; readonly range: Range }
  | {
      readonly kind: 'class' | 'style';
      readonly names: readonly (Range & { readonly text: string })[];
      readonly said: string;
      readonly saidRange: Range;
      readonly range: Range;
    };
