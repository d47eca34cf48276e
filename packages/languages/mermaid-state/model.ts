import type { Direction } from '@autograph/layout';
import type { Range } from '../mermaid/cursor.ts';
import type { Mention, NoteStatement, PseudoKind, Statement, TransitionStatement, Words } from './syntax.ts';

/** `divider` is what is left of a `--` with nothing after it. */
export type StateKind = 'state' | 'start' | 'end' | PseudoKind | 'divider';

/** One line that describes a state, where the text says it. */
export interface Description extends Words {
  /** Before the name, in quotes; otherwise after the colon of a statement of its own. */
  readonly quoted: boolean;
  readonly statement: Range;
}

/** A place that names a state. */
export interface Use {
  readonly statement: Statement;
  readonly mention: Mention;
}

export interface State {
  /** As written; a start or end is called after what holds it: `root_start`. */
  readonly id: string;
  readonly kind: StateKind;
  /** Has a body, if an empty one. */
  readonly composite: boolean;
  /** The first one is its name on the picture. */
  readonly descriptions: readonly Description[];
  /** Id of the composite state or region that holds it. */
  readonly parent?: string;
  /** How its body runs; composite states only. */
  readonly direction?: Direction;
  readonly classes: readonly string[];
  /** `property:value` declarations of the last `style` line, and where it has them. */
  readonly styles: readonly string[];
  readonly stylesRange?: Range;
  readonly link?: string;
  readonly uses: readonly Use[];
}

/** One of the concurrent parts of a composite state. */
export interface Region {
  readonly id: string;
  readonly composite: string;
  readonly direction: Direction;
}

export interface Transition {
  /** Stable: made of both ids, and a number when there are more. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly statement: TransitionStatement;
}

export interface Note {
  /** Stable: made of the id of its state, and a number when it has more. */
  readonly id: string;
  readonly text: string;
  /** A note that is about no state floats. */
  readonly about?: string;
  readonly side?: 'left' | 'right';
  /** What holds a floating note. */
  readonly parent?: string;
  readonly textRange: Range;
  readonly statement: NoteStatement | (Range & { readonly kind: 'free_note' });
}

export interface StateModel {
  readonly title?: string;
  readonly direction: Direction;
  /** In the order of their first mention. */
  readonly states: readonly State[];
  readonly regions: readonly Region[];
  readonly transitions: readonly Transition[];
  readonly notes: readonly Note[];
  /** Declarations of `classDef` lines. */
  readonly classDefs: ReadonlyMap<string, readonly string[]>;
  readonly statements: readonly Statement[];
}

/** Ids of what is no state. */
export const transitionId = (from: string, to: string) => `${from} --> ${to}`;
export const noteId = (about: string) => `${about}: note`;
export const regionId = (composite: string, number: number) => `${composite}: region ${number}`;
export const tieId = (note: string) => `${note} --`;

/** What the picture calls a state, as written. */
export function stateLabel({ id, descriptions }: Pick<State, 'id' | 'descriptions'>): string {
  return descriptions[0]?.text ?? id;
}
