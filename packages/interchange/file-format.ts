import type { Block, Color, Guide, Shape } from '@autograph/document';
import type { Box } from '@autograph/geometry';
import type { ImageContent } from '@autograph/render';

/** What a file holds, its shapes drawn and in paint order: roots in page px, ids unique within it. */
export interface ForeignBoard {
  readonly shapes: readonly Shape[];
  /** Diagrams as code, with what is placed in them. */
  readonly blocks?: readonly Block[];
  /** Pictures that came with it, by the `asset` that shapes name. */
  readonly images: ReadonlyMap<string, ImageContent>;
  readonly background?: Color;
  readonly guides?: readonly Omit<Guide, 'id'>[];
  /** What all of it covers, px, where the shapes alone do not tell. */
  readonly box?: Box;
  /** Markdown. */
  readonly note?: string;
  /** Sentences for the person: what could not be taken over. */
  readonly losses: readonly string[];
}

/** A kind of file that boards are read from: a folder with a `manifest.ts`. Cheap to load; its reader comes when it is needed. */
export interface FileFormat {
  /** Equals the folder's name. */
  readonly id: string;
  /** For people: "Excalidraw". */
  readonly label: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  /** Whether a text is a file of this format; cheap. */
  detect(text: string): boolean;
  /** Gives the reader. It throws ForeignFileError when a text is not what it seems. */
  load(): Promise<(text: string) => ForeignBoard>;
}

/** A file that cannot be read; the message is for the person. */
export class ForeignFileError extends Error {
  override readonly name = 'ForeignFileError';
}
