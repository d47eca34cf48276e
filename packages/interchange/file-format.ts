import type { Color, Shape } from '@autograph/document';
import type { ImageContent } from '@autograph/render';

/** What a file of another tool holds, as drawn shapes in paint order: roots in page px, ids unique within it. */
export interface ForeignBoard {
  readonly shapes: readonly Shape[];
  /** Pictures that came with it, by the `asset` that shapes name. */
  readonly images: ReadonlyMap<string, ImageContent>;
  readonly background?: Color;
  /** Sentences for the person: what could not be taken over. */
  readonly losses: readonly string[];
}

/** A file of another tool: a folder with a `manifest.ts`. */
export interface FileFormat {
  /** Equals the folder's name. */
  readonly id: string;
  /** For people: "Excalidraw". */
  readonly label: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  /** Whether a text is a file of this format; cheap. */
  detect(text: string): boolean;
  /** Reads the text. Throws ForeignFileError when it is not what it seems. */
  read(text: string): ForeignBoard;
}

/** A file of another tool that cannot be read; the message is for the person. */
export class ForeignFileError extends Error {
  override readonly name = 'ForeignFileError';
}
