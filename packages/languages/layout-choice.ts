import type { Arrangement, Block, LineStyle } from '@autograph/document';
import type { Reading } from './read-block.ts';

/** How a diagram is laid out. */
export interface LayoutChoice {
  readonly arrangement: Arrangement;
  readonly lines: LineStyle;
}

/** How a block is laid out: as a person has chosen, else as its text says, else layered; lines are square in rows and straight elsewhere. */
export function layoutChoice(block: Pick<Block, 'arrangement' | 'lines'>, { shown }: Reading): LayoutChoice {
  const said = shown?.language.layoutChoice?.(shown.source);
  const arrangement = block.arrangement ?? said?.arrangement ?? 'layered';
  // Where things stand in no rows, lines that run along rows go astray.
  const own = arrangement === 'force' || arrangement === 'circular' ? 'straight' : 'orthogonal';
  return { arrangement, lines: block.lines ?? said?.lines ?? own };
}
