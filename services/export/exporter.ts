import type { ExportFormat } from '@autograph/contracts/export.ts';
import type { Block, BoardSettings, Shape } from '@autograph/document';
import type { Box } from '@autograph/geometry';
import type { DisplayList, ImageLoader } from '@autograph/render';

/** A file ready to be written out. */
export interface Exportable {
  readonly title: string;
  readonly note: string;
  /** Everything on the board in paint order, or the chosen shapes alone. */
  readonly shapes: readonly Shape[];
  readonly blocks: readonly Block[];
  readonly board: BoardSettings;
  /** Fetches the icons and pictures that the board shows. */
  readonly loadImage: ImageLoader;
  /** The board's drawing; made when first asked for. */
  picture(): { readonly list: DisplayList /** what to show of the page, px, margin included */; readonly box: Box };
}

export interface ExportOptions {
  /** Pixels per px, 1..4. */
  readonly scale: number;
  /** CSS colour; undefined for none. */
  readonly background: string | undefined;
}

/** One export format: a folder with a `manifest.ts`. */
export interface Exporter {
  /** Equals the folder's name. */
  readonly id: ExportFormat;
  readonly contentType: string;
  /** For people: "PNG picture". */
  readonly label: string;
  /** lucide icon name. */
  readonly icon: string;
  /** The board as drawn, or what the file says. */
  readonly shows: 'canvas' | 'content';
  /** Place among what people are offered; the lowest is what an export is when nobody says. */
  readonly rank: number;
  /** Pixels per px of the board that suit most uses; 1 when absent. */
  readonly scale?: number;
  /** The family of diagrams as code that it says alone; absent where there is always something to say. */
  readonly language?: string;
  write(file: Exportable, options: ExportOptions): Promise<Buffer>;
}
