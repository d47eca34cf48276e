import type { Block, Placement } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import { moves } from '../moves.ts';
import { stateHolding } from './holding.ts';
import type { StateModel } from './model.ts';

const places: ReadonlySet<string> = new Set(['x', 'y', 'w', 'h', 'index', 'points']);

/** Writes what was moved as pinned placements. */
export function editState(model: StateModel, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | { readonly refused: string } {
  const layout: Record<string, Placement> = {};
  let current = block;
  for (const edit of edits) {
    if (edit.kind === 'remove' || Object.keys(edit.change).some((key) => !places.has(key))) {
      return { refused: 'This is said by the text of the state diagram: change it there.' };
    }
    const moved = moves(stateHolding(model), current, edit.node_id, edit.change);
    current = { ...current, layout: { ...current.layout, ...moved } };
    Object.assign(layout, moved);
  }
  return { patches: [], layout };
}
