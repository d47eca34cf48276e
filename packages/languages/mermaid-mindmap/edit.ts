import type { Block, Placement } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit, TextPatch } from '@autograph/editor';
import { patchText } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { mergePlacements } from '../apply-block-edit.ts';
import { translatePlacement } from '../keep-inside.ts';
import { nodeSource } from '../mermaid/node-source.ts';
import { cutLines } from '../mermaid/outline-lines.ts';
import { styleKeys } from '../mermaid/style-change.ts';
import { branchId } from './derive.ts';
import { layoutMindmap } from './layout.ts';
import { mindShape, mindText } from './look.ts';
import type { MindModel, MindNode, MindShape } from './model.ts';
import { parseMindmap } from './parse.ts';
import { belongsTo, moveSubtree, subtreeLines } from './subtree.ts';

type Change = Extract<DerivedShapeEdit, { kind: 'change' }>['change'];
type Outcome = Pick<BlockEdit, 'patches' | 'layout'> | { readonly refused: string };

const letters = createTextMeasurer();
const coloursFollow = 'In a mind map, colours follow from the branches.';

/** Writes edits of thoughts and branches back as the smallest patches of the text and as pinned placements. */
export function editMindmap(model: MindModel, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | { readonly refused: string } {
  const patches: TextPatch[] = [];
  const layout: Record<string, Placement | null> = {};
  const gone = new Set<number>();
  for (const edit of edits) {
    const at = model.nodes.findIndex(({ nodeId }) => nodeId === edit.node_id || branchId(nodeId) === edit.node_id);
    const node = model.nodes[at];
    if (!node) continue;
    const isNode = node.nodeId === edit.node_id;
    if (edit.kind === 'remove') {
      if (!isNode) return { refused: 'A branch goes with its node. Delete the node, or draw the branch to another one.' };
      if (at === 0) return { refused: 'A mind map has a root. Delete the whole diagram instead.' };
      gone.add(at);
      continue;
    }
    const outcome = isNode ? changeNode(model, block, node, edit.change) : changeBranch(model, block, at, edit.change);
    if ('refused' in outcome) return outcome;
    patches.push(...outcome.patches);
    Object.assign(layout, outcome.layout);
  }
  const cuts = removals(model, gone, block.source);
  const kept = patches.filter(({ from, to }) => !cuts.some((cut) => from >= cut.from && to <= cut.to));
  const all = [...kept, ...cuts].sort((a, b) => a.from - b.from || a.to - b.to);
  if (all.length === 0) return keptInside(model, block, layout);
  const after = parseMindmap(patchText(block.source, all));
  if (!after.ok) return { refused: 'Other lines of the text depend on this. Change it in the text.' };
  return { patches: all, layout: { ...layout, ...renamedPlacements(model, after.model, block, gone) } };
}

/** When something would lie left of or above the container, all placements go to the right and down, and the block the other way. */
function keptInside(model: MindModel, block: Block, layout: Record<string, Placement | null>): BlockEdit {
  const merged = mergePlacements(block.layout, layout);
  const [before, { shift }] = [layoutMindmap(model, block.layout, letters).shift, layoutMindmap(model, merged, letters)];
  if (shift.x === 0 && shift.y === 0) return { patches: [], layout };
  const moved = Object.entries(merged).map(([id, place]) => [id, translatePlacement(place, shift.x, shift.y)] as const);
  return { patches: [], layout: Object.fromEntries(moved), x: block.x + before.x - shift.x, y: block.y + before.y - shift.y };
}

function changeNode(model: MindModel, block: Block, node: MindNode, change: Change): Outcome {
  const keys = Object.keys(change).filter((key) => !['x', 'y', 'w', 'h', 'text', 'text_spans', 'outline'].includes(key));
  if (keys.length > 0) return { refused: coloursFollow };
  const layout = typeof change.x === 'number' || typeof change.y === 'number' ? moved(model, block, node, change) : {};
  const text = typeof change.text === 'string' ? change.text.trim() : mindText(node);
  if (text === '') return { refused: 'A node needs words. Delete it instead.' };
  if ('outline' in change) return { patches: reshaped(node, text, mindShape(String(change.outline)) ?? 'default'), layout };
  return { patches: text === mindText(node) ? [] : [relabelled(node, text)], layout };
}

function relabelled(node: MindNode, text: string): TextPatch {
  const { from, to } = node.label;
  return { from, to, insert: nodeSource(text, node.quoted ? 'quoted' : node.brackets ? 'bracketed' : 'bare') };
}

/** Other brackets around a node's words, which stay as they stand in them; none for the plain shape, whose words are all that there is. */
function reshaped(node: MindNode, text: string, shape: MindShape): readonly TextPatch[] {
  const { brackets, id } = node;
  const words = text === mindText(node) ? [] : [relabelled(node, text)];
  if (shape === node.shape) return words;
  if (shape === 'default') return brackets ? [{ from: node.range.from, to: brackets.range.to, insert: nodeSource(text, 'bare') }] : [];
  const [open, close] = bracketsOf[shape];
  // Dashes beside a bracket are a part of it.
  if (!node.quoted && /^-|-$/.test(text)) {
    const from = brackets?.range ?? id;
    return [{ from: from.from, to: from.to, insert: `${open}"${nodeSource(text, 'quoted')}"${close}` }];
  }
  if (!brackets) return [{ from: id.from, to: id.to, insert: `${open}${nodeSource(text, 'bracketed')}${close}` }];
  const { from, to } = brackets.range;
  const inner = { from: from + brackets.open.length, to: to - brackets.close.length };
  return [{ from, to: inner.from, insert: open }, ...words, { from: inner.to, to, insert: close }];
}

const bracketsOf: Readonly<Record<Exclude<MindShape, 'default'>, readonly [open: string, close: string]>> = {
  square: ['[', ']'],
  rounded: ['(', ')'],
  circle: ['((', '))'],
  bang: ['))', '(('],
  cloud: [')', '('],
  hexagon: ['{{', '}}'],
};

/** The root keeps its place when anything is moved, so that the rest does not follow from what was moved. */
function moved({ nodes }: MindModel, block: Block, node: MindNode, { x, y }: Change): Record<string, Placement> {
  const { boxes, shift } = layoutMindmap({ nodes }, block.layout, letters);
  const pin = (at: number, to: { readonly x: number; readonly y: number }) => ({
    [nodes[at]?.nodeId ?? '']: { x: to.x - shift.x, y: to.y - shift.y, pinned: true },
  });
  const at = nodes.indexOf(node);
  const [box, root] = [boxes[at], boxes[0]];
  if (!box || !root) return {};
  return { ...pin(0, root), ...pin(at, { x: x ?? box.x, y: y ?? box.y }) };
}

/** A branch that was drawn to another node takes all that belongs to its own node along. */
function changeBranch(model: MindModel, block: Block, at: number, change: Change): Outcome {
  const { start, end, text } = change;
  if (Object.keys(change).some((key) => styleKeys.has(key))) return { refused: coloursFollow };
  if (typeof text === 'string' && text.trim()) return { refused: 'Branches of a mind map have no names.' };
  const target = (terminal: Change['start']) => model.nodes.findIndex(({ nodeId }) => terminal?.shape_id === `${block.id}/${nodeId}`);
  if (end && target(end) !== at)
    return { refused: 'A branch ends at its node. Draw its other end to the node that this one is to belong to.' };
  if (!start) return { patches: [], layout: {} };
  const to = target(start);
  if (to < 0) return { refused: 'A branch joins two nodes of its own mind map.' };
  if (to === model.nodes[at]?.parent) return { patches: [], layout: {} };
  if (belongsTo(model, to, at)) return { refused: 'A node cannot belong to what belongs to it.' };
  return { patches: moveSubtree(model, at, to, block.source), layout: {} };
}

/** Whole lines, each once: what lies in another cut goes with it. */
function removals(model: MindModel, gone: ReadonlySet<number>, source: string): readonly TextPatch[] {
  const cuts: TextPatch[] = [];
  for (const at of [...gone].sort((a, b) => a - b)) {
    const lines = subtreeLines(model, at, source);
    if (lines.from >= (cuts.at(-1)?.to ?? 0)) cuts.push(cutLines(lines, source));
  }
  return cuts;
}

/** Placements follow nodes that are called otherwise now; nodes keep their order but for those that went or moved. */
function renamedPlacements(before: MindModel, after: MindModel, block: Block, gone: ReadonlySet<number>): Record<string, Placement | null> {
  if (gone.size > 0 || before.nodes.length !== after.nodes.length) {
    const left = new Set(after.nodes.map(({ nodeId }) => nodeId));
    return Object.fromEntries(
      Object.keys(block.layout)
        .filter((id) => !left.has(id))
        .map((id) => [id, null]),
    );
  }
  const changes: Record<string, Placement | null> = {};
  for (const [at, { nodeId }] of before.nodes.entries()) {
    const next = after.nodes[at]?.nodeId;
    const placement = block.layout[nodeId];
    const isRenamed = next !== undefined && next !== nodeId && !after.nodes.some((node) => node.nodeId === nodeId);
    if (placement && isRenamed) Object.assign(changes, { [nodeId]: null, [next]: placement });
  }
  return changes;
}
