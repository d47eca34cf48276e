import type { Direction } from '@autograph/layout';
import type { Range } from '../mermaid/cursor.ts';
import type { Mention, Mentioned } from '../mermaid/mentions.ts';
import type { Member } from './member.ts';

/** What a relation may bear at an end. */
export type RelationHead = 'none' | 'extension' | 'composition' | 'aggregation' | 'dependency' | 'lollipop';

/** A member as the text has it, with the class's name or in its body. */
export interface WrittenMember extends Member {
  /** What says it, without the space around it. */
  readonly range: Range;
  /** `Name : member` as one statement; absent in a body. */
  readonly statement?: Range;
}

/** A place that names a class: without generic type, with backticks. */
export interface ClassMention extends Mention {
  /** Where the text takes plain words only: in a `style` line, or between the quotes of a `cssClass` line. */
  readonly plain?: boolean;
  /** Makes the class known, if nothing above does. */
  readonly creates?: boolean;
}

export interface Annotation {
  readonly text: string;
  /** The word between the angle brackets. */
  readonly range: Range;
}

export interface UmlClass extends Mentioned {
  readonly name: string;
  /** What stands between tildes where the class is first named. */
  readonly generic: string;
  readonly genericRange?: Range;
  /** What stands in `["…"]`; the name when nothing does. */
  readonly label: string;
  /** Between the quotes. */
  readonly labelRange?: Range;
  readonly annotations: readonly Annotation[];
  /** In the order of the text. */
  readonly members: readonly WrittenMember[];
  /** Where the last `style` line has its declarations. */
  readonly stylesRange?: Range;
  /** Id of the namespace that holds it. */
  readonly namespace?: string;
  readonly link?: string;
  /** Where it is first made known, generic type included. */
  readonly first: Range;
  /** Its first `class` statement, up to the label. */
  readonly declared?: Range;
  readonly mentions: readonly ClassMention[];
  /** `{…}` with its braces. */
  readonly bodies: readonly Range[];
}

export interface Relation {
  /** Stable: made of both names, and a number when they are related more than once. */
  readonly id: string;
  /** Names of classes, or ids of interfaces. */
  readonly from: string;
  readonly to: string;
  readonly fromHead: RelationHead;
  readonly toHead: RelationHead;
  readonly dashed: boolean;
  /** Cardinalities, as written. */
  readonly fromText: string;
  readonly toText: string;
  readonly label: string;
  /** Both names, without generic types. */
  readonly ends: readonly [Range, Range];
  /** Heads and line. */
  readonly arrowRange: Range;
  /** Between the quotes. */
  readonly fromTextRange?: Range;
  readonly toTextRange?: Range;
  /** From the colon on. */
  readonly labelRange?: Range;
  readonly range: Range;
}

/** The small circle of a lollipop, which is no class. */
export interface Interface {
  readonly id: string;
  readonly label: string;
  readonly range: Range;
  /** The class that it belongs to. */
  readonly of: string;
}

export interface Note {
  /** Stable: made of the name of its class, and a number when it has more than one. */
  readonly id: string;
  readonly text: string;
  /** Name of a class, which need not exist. */
  readonly about?: string;
  readonly aboutRange?: Range;
  readonly namespace?: string;
  /** Between the quotes. */
  readonly textRange: Range;
  readonly range: Range;
}

export interface Namespace {
  /** With the names of those that hold it: `Company.Sales`. */
  readonly id: string;
  readonly label: string;
  /** Between the quotes. */
  readonly labelRange?: Range;
  readonly parent?: string;
  /** False for those that only a longer name implies. */
  readonly explicit: boolean;
  readonly nameRange: Range;
  /** The statements that open it. */
  readonly ranges: readonly Range[];
}

export interface ClassModel {
  readonly title?: string;
  readonly direction: Direction;
  /** In the order of their first mention. */
  readonly classes: readonly UmlClass[];
  readonly relations: readonly Relation[];
  readonly interfaces: readonly Interface[];
  readonly notes: readonly Note[];
  /** Outer ones before those that they hold. */
  readonly namespaces: readonly Namespace[];
  /** Declarations of `classDef` lines. */
  readonly classDefs: ReadonlyMap<string, readonly string[]>;
  readonly settings: ClassSettings;
}

/** What front matter and directives may ask of a class diagram. */
export interface ClassSettings {
  /** Namespaces in namespaces; otherwise each explicit one stands alone, under its full name. */
  readonly nested: boolean;
  /** Compartments without members are left out. */
  readonly hideEmpty: boolean;
}

/** Ids of what is no class: names of classes hold no backticks. */
export const interfaceId = (label: string) => `interface\`${label}`;
export const noteId = (about: string) => `note\`${about}`;
export const namespaceId = (id: string) => `namespace\`${id}`;
export const relationId = (from: string, to: string) => `${from}\`->\`${to}`;
