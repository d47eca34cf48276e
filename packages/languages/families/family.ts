/** A diagram to start from. */
export interface Template {
  /** "Sequence" */
  readonly label: string;
  /** What it is for: "Who calls whom, in time". */
  readonly lead: string;
  readonly source: string;
}

/** A family of diagram languages, as people choose, paste and save it: a folder with a `manifest.ts` that exports one of these. */
export interface Family {
  /** Equals the folder's name; what a block's `language` says, and the word after a markdown fence. */
  readonly id: string;
  /** For people: "Mermaid". */
  readonly label: string;
  /** Place among what people are offered, and in which a text of unknown family is tried: lowest first. The first one is the default. */
  readonly rank: number;
  /** Other words after a fence that mean this family. */
  readonly aliases?: readonly string[];
  /** Of its files, with the dot, in lower case; the first one is given to what is saved. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** What a line begins with that is a remark: `%%`. Absent when there are none. */
  readonly remark?: string;
  /** Whether a text that may be anything, such as a pasted one, is meant as this family. It is parsed besides. */
  recognises(text: string): boolean;
  readonly templates: readonly Template[];
}
