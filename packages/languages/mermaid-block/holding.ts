import type { Holding } from '../moves.ts';
import type { BlockModel, BlockNode } from './model.ts';

/** What holds which block. */
export function parentsOf(model: BlockModel): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const read = (children: readonly BlockNode[], holder: string | undefined) => {
    for (const child of children) {
      if (holder !== undefined) parents.set(child.nodeId, holder);
      read(child.children, child.nodeId);
    }
  };
  read(model.children, undefined);
  return parents;
}

export function holdingOf(model: BlockModel): Holding {
  const parents = parentsOf(model);
  return { parent: (id) => parents.get(id), edges: model.edges };
}
