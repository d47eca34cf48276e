/** What a text of another tool became: a diagram as code, or several views of it. */
export interface Imported {
  /** At least one; of several, the first tells most. */
  readonly diagrams: readonly ImportedDiagram[];
  /** What was not understood or left out; everything else is in the diagrams. */
  readonly warnings: readonly ImportWarning[];
}

export interface ImportedDiagram {
  /** The family that a block's `language` names. */
  readonly language: string;
  readonly source: string;
}

export interface ImportWarning {
  /** A sentence for the person. */
  readonly message: string;
  /** Of the imported text, from 1. */
  readonly line?: number;
}

/** A kind of text that becomes a diagrams as code: a folder with a `manifest.ts`. Cheap to load; its reader comes when it is needed. */
export interface Importer {
  /** Equals the folder's name. */
  readonly id: string;
  /** For people: "SQL". */
  readonly label: string;
  /** With the dot, lower case. Several kinds may share one, such as `.yaml`. */
  readonly extensions: readonly string[];
  /** Whether a text is of this kind and of no other; cheap. */
  recognises(text: string): boolean;
  /** Gives the reader. It throws ForeignFileError when a text holds nothing that can be drawn. */
  load(): Promise<(text: string) => Imported>;
}
