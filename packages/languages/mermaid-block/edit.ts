import type { Block, Placement, ShapeChange } from '@autograph/document';
import { type BlockEdit, type DerivedShapeEdit, patchText } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { collectEdits, type Patches } from '../collect-edits.ts';
import { containerPadding } from '../container.ts';
import { areApart, joinedPatches } from '../joined-patches.ts';
import type { Refusal } from '../language.ts';
import { edgeNode } from './derive.ts';
import { changeBlock } from './edit-block.ts';
import { changeEdge } from './edit-edge.ts';
import { holdingOf } from './holding.ts';
import { layoutBlocks } from './layout.ts';
import { allBlocks, type BlockModel } from './model.ts';
import { parseBlocks } from './parse.ts';
import { goneWith, takenOut } from './remove.ts';
import { reordered } from './reorder.ts';

const letters = createTextMeasurer();

/** Writes edits of blocks and edges back as the smallest patches of the text and as pinned placements. */
export function editBlocks(model: BlockModel, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | Refusal {
  const standing = everyPlace(model, block);
  const collected = collectEdits({ ...block, layout: standing }, edits, holdingOf(model), (id, said) => change(model, block, id, said));
  if ('refused' in collected) return collected;
  const dropped = droppedOn(edits);
  const place = dropped === undefined ? undefined : collected.moved[dropped];
  const inOrder = dropped !== undefined && place && reordered(model, block, dropped, place, standing);
  if (inOrder) return inOrder;
  const gone = goneWith(model, collected.removed);
  const taken = takenOut(model, block.source, gone);
  const kept = collected.patches.filter((patch) => !taken.some(({ from, to }) => patch.from >= from && patch.to <= to));
  const all = joinedPatches([...kept, ...taken]);
  const layout = placements(block, edits, collected.layout, standing);
  for (const id of gone) if (block.layout[id]) layout[id] = null;
  if (all.length === 0) return { patches: [], layout };
  const after = areApart(all) ? parseBlocks(patchText(block.source, all)) : undefined;
  const left = allBlocks(model.children).filter(({ type, nodeId }) => type !== 'space' && !gone.has(nodeId)).length;
  const fits = after?.ok && allBlocks(after.model.children).filter(({ type }) => type !== 'space').length === left;
  if (fits) return { patches: all, layout };
  return {
    refused:
      collected.removed.size > 0
        ? 'A block diagram needs something in it, and so does a block around others. Delete the whole of it, or change the text.'
        : 'These changes do not fit into the text together. Make them one at a time, or in the text.',
  };
}

/** The one block that was moved, and nothing else. */
function droppedOn([edit, ...others]: readonly DerivedShapeEdit[]): string | undefined {
  const isMove = edit?.kind === 'change' && others.length === 0 && Object.keys(edit.change).every((key) => key === 'x' || key === 'y');
  return isMove ? edit.node_id : undefined;
}

/** Where everything is, whether or not a person put it there. */
function everyPlace(model: BlockModel, block: Block): Readonly<Record<string, Placement>> {
  const boxes = layoutBlocks(model, block.layout, letters);
  return Object.fromEntries([...boxes].map(([id, box]) => [id, { ...box, ...(block.layout[id]?.pinned && { pinned: true }) }]));
}

/** What was moved, in its own size unless that was changed; everything when the rest would not move along with the corner of the diagram. */
function placements(
  block: Block,
  edits: readonly DerivedShapeEdit[],
  moved: Readonly<Record<string, Placement | null>>,
  standing: Readonly<Record<string, Placement>>,
): Record<string, Placement | null> {
  const sized = new Set(
    edits.flatMap((edit) => (edit.kind === 'change' && ('w' in edit.change || 'h' in edit.change) ? [edit.node_id] : [])),
  );
  const beyond = Object.values(moved).some((place) => place && (place.x < containerPadding || place.y < containerPadding));
  const all = beyond ? { ...standing, ...moved } : moved;
  return Object.fromEntries(
    Object.entries(all).map(([id, place]) => {
      if (!place) return [id, place];
      const { x, y, w, h } = place;
      const known = block.layout[id];
      const size = sized.has(id)
        ? { ...(w !== undefined && { w }), ...(h !== undefined && { h }) }
        : { ...(known?.w && { w: known.w }), ...(known?.h && { h: known.h }) };
      return [id, { x, y, ...size, pinned: true }];
    }),
  );
}

function change(model: BlockModel, block: Block, id: string, { parent_id: _, ...said }: ShapeChange): Patches {
  if (Object.keys(said).length === 0) return [];
  const edge = model.edges.find((candidate) => edgeNode(candidate.id) === id);
  if (edge) return changeEdge(model, block, edge, said);
  const found = allBlocks(model.children).find(({ nodeId }) => nodeId === id);
  return found ? changeBlock(block.source, found, said) : [];
}
