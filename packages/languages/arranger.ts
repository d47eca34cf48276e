import type { Block, Placement } from '@autograph/document';
import type { Arranger } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Layouter } from '@autograph/layout';
import { graphOf, tidy } from './arrange.ts';
import { containerPadding } from './container.ts';
import { routePadding, translatePlacement } from './keep-inside.ts';
import type { Placements } from './language.ts';

/** The port through which the editor has diagrams, and drawn shapes, laid out anew. */
export function createArranger(layouter: Layouter, measure: TextMeasurer): Arranger {
  return {
    async arrange(block) {
      if (!graphOf(block, measure)) return undefined;
      const layout = await tidy(block, layouter, measure);
      const pinned = Object.entries(block.layout).filter(([, placement]) => placement.pinned);
      return fitted({ ...block, layout: { ...layout, ...Object.fromEntries(pinned) } });
    },
    async place({ nodes, edges }, arrangement) {
      const { nodes: boxes } = await layouter({ direction: 'TB', arrangement, nodes, groups: [], edges });
      return boxes;
    },
  };
}

/** The block with its corner right before what is in it; nothing of that moves on the page. */
function fitted(block: Block): Block {
  const [dx, dy] = [spare(block.layout, 'x'), spare(block.layout, 'y')];
  const layout: Record<string, Placement> = {};
  for (const [id, placement] of Object.entries(block.layout)) layout[id] = translatePlacement(placement, -dx, -dy);
  return { ...block, x: block.x + dx, y: block.y + dy, layout };
}

/** How far the corner is before where it should be, in whole px; negative when it is behind. */
function spare(layout: Placements, axis: 'x' | 'y'): number {
  const all = Object.values(layout);
  const boxes = all.flatMap((placement) => (placement.points ? [] : [placement[axis] - containerPadding]));
  const routes = all.flatMap(({ points = [] }) => points.map(([x = 0, y = 0]) => (axis === 'x' ? x : y) - routePadding));
  const least = boxes.concat(routes).reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  return Number.isFinite(least) ? Math.floor(least) : 0;
}
