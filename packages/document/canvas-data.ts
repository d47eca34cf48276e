import type { Block } from './block.ts';
import type { BoardSettings } from './board-settings.ts';
import type { Shape } from './shape.ts';

/** The projection of a file's canvas that the API shows: everything drawn, in paint order, derived shapes included; px. */
export interface CanvasData {
  readonly shapes: readonly Shape[];
  readonly blocks: readonly Block[];
  readonly board: BoardSettings;
}
