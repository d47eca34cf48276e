import type { Arrangement, Block, LineStyle } from '@autograph/document';
import type { Reading } from './read-block.ts';

/** How a diagram is laid out. */
export interface LayoutChoice {
  readonly arrangement: Arrangement;
  readonly lines: LineStyle;
}

/** How a block is laid out: as a person has chosen, else as its text says, else layered with square lines. */
export function layoutChoice(block: Pick<Block, 'arrangement' | 'lines'>, { shown }: Reading): LayoutChoice {
  const said = shown?.language.layoutChoice?.(shown.source);
  return {
    arrangement: block.arrangement ?? said?.arrangement ?? 'layered',
    lines: block.lines ?? said?.lines ?? 'orthogonal',
  };
}
