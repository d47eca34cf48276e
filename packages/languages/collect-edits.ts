import type { Block, Placement, ShapeChange } from '@autograph/document';
import type { DerivedShapeEdit, TextPatch } from '@autograph/editor';
import type { Refusal } from './language.ts';
import { type Holding, moves } from './moves.ts';

/** The patches of a change, or why it cannot be written. */
export type Patches = readonly TextPatch[] | Refusal;

export interface CollectedEdits {
  readonly patches: readonly TextPatch[];
  readonly layout: Record<string, Placement | null>;
  /** The block's placements after the moves. */
  readonly moved: Block['layout'];
  /** What is to go. */
  readonly removed: ReadonlySet<string>;
}

/** Properties of which the placement tells, not the text. */
const places: ReadonlySet<string> = new Set(['x', 'y', 'w', 'h', 'index', 'points']);

/**
 * Edits of several shapes as one: what each change says is written by `write`, what it moves goes into the layout, and what is to go is
 * gathered. The first refusal refuses them all.
 */
export function collectEdits(
  block: Block,
  edits: readonly DerivedShapeEdit[],
  holding: Holding,
  write: (id: string, said: ShapeChange) => Patches,
): CollectedEdits | Refusal {
  const patches: TextPatch[] = [];
  const layout: Record<string, Placement | null> = {};
  const removed = new Set<string>();
  let current = block;
  for (const edit of edits) {
    if (edit.kind === 'remove') {
      removed.add(edit.node_id);
      continue;
    }
    // A link moves with its words.
    const isSaid = (key: string) => !places.has(key) && (key !== 'text_spans' || !('text' in edit.change));
    const said = Object.fromEntries(Object.entries(edit.change).filter(([key]) => isSaid(key)));
    const written = Object.keys(said).length > 0 ? write(edit.node_id, said) : [];
    if ('refused' in written) return written;
    patches.push(...written);
    const moved = moves(holding, current, edit.node_id, edit.change);
    current = { ...current, layout: { ...current.layout, ...moved } };
    Object.assign(layout, moved);
  }
  return { patches, layout, moved: current.layout, removed };
}
