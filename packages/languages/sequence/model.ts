import type { Range } from '../text-range.ts';

export const participantTypes = ['participant', 'actor', 'boundary', 'control', 'entity', 'database', 'collections', 'queue'] as const;
export type ParticipantType = (typeof participantTypes)[number];

export interface Participant {
  readonly id: string;
  /** As written, entities and `<br/>` included. */
  readonly label: string;
  /** One of `participantTypes`, or what the text says instead. */
  readonly type: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Every place that names it by its id. */
  readonly mentions: readonly Range[];
  /** Statements about nothing but this participant. */
  readonly statements: readonly Range[];
  /** What stands behind `as`, or in the metadata's alias, without its quotes. */
  readonly labelRange?: Range;
  /** Where the declaration ends, so that ` as label` could be put there. */
  readonly declaredAt?: number;
}

export type BlockKind = 'loop' | 'alt' | 'opt' | 'par' | 'par_over' | 'critical' | 'break' | 'rect' | 'group';

/** What happens, from top to bottom. `participant` and `from`, `to`, `over` are ids. */
export type SequenceEvent =
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly from: string;
      readonly to: string;
      readonly text: string;
      /** A key of `arrowLooks`. */
      readonly arrow: string;
      readonly central: 'none' | 'to' | 'from' | 'both';
      /** The participants that this message brings into being or ends. */
      readonly creates?: string;
      readonly destroys?: string;
      readonly range: Range;
      readonly textRange: Range;
      readonly ends: readonly [Range, Range];
    }
  | {
      readonly kind: 'note';
      readonly id: string;
      readonly placement: 'left' | 'right' | 'over';
      readonly over: readonly string[];
      readonly text: string;
      readonly range: Range;
      readonly textRange: Range;
    }
  | {
      readonly kind: 'start';
      readonly id: string;
      readonly block: BlockKind;
      readonly text: string;
      readonly keyword: Range;
      readonly textRange: Range;
    }
  | {
      readonly kind: 'section';
      readonly id: string;
      readonly block: BlockKind;
      readonly text: string;
      readonly keyword: Range;
      readonly textRange: Range;
    }
  | { readonly kind: 'end'; readonly id: string; readonly block: BlockKind; readonly keyword: Range }
  | {
      readonly kind: 'activate' | 'deactivate';
      readonly participant: string;
      /** The statement, or the `+` or `-` of a message. */
      readonly range: Range;
    }
  | { readonly kind: 'autonumber'; readonly start?: number; readonly step?: number; readonly visible: boolean };

/** A coloured area behind participants that belong together. */
export interface ParticipantBox {
  readonly id: string;
  readonly title: string;
  /** A CSS colour, or `transparent`. */
  readonly fill: string;
  readonly members: readonly string[];
  readonly range: Range;
  /** All that stands behind `box`: colour and title. */
  readonly textRange: Range;
}

export interface SequenceModel {
  /** What people read of a text as written: without the language's own signs. */
  readonly words: (written: string) => string;
  readonly title?: string;
  /** In the order from left to right that the text gives. */
  readonly participants: readonly Participant[];
  readonly boxes: readonly ParticipantBox[];
  readonly events: readonly SequenceEvent[];
  readonly created: readonly string[];
  readonly destroyed: readonly string[];
}
