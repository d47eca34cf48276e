import type { Block } from '@autograph/document';
import type { Arranger } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Layouter } from '@autograph/layout';
import { applyBlockEdit } from './apply-block-edit.ts';
import { graphOf, tidy } from './arrange.ts';
import { keepInside } from './keep-inside.ts';

/** The port through which the editor has diagrams, and drawn shapes, laid out anew. */
export function createArranger(layouter: Layouter, measure: TextMeasurer): Arranger {
  return {
    async arrange(block) {
      if (!graphOf(block, measure)) return undefined;
      const layout = await tidy(block, layouter, measure);
      return applyBlockEdit(block, keepInside(block, { patches: [], layout: { ...gone(block, layout), ...layout } }));
    },
    async place({ nodes, edges }, arrangement) {
      const { nodes: boxes } = await layouter({ direction: 'TB', arrangement, nodes, groups: [], edges });
      return boxes;
    },
  };
}

/** Placements that the new ones leave out: of edges without a route of their own. */
function gone(block: Block, layout: Block['layout']): Record<string, null> {
  return Object.fromEntries(Object.entries(block.layout).flatMap(([id, { pinned }]) => (pinned || layout[id] ? [] : [[id, null]])));
}
