import type { Block } from '@autograph/document';
import { type AddEdit, type ConnectEdit, patchText, type StructureChange, type TextPatch } from '@autograph/editor';
import type { Refusal } from '../language.ts';
import { branchId } from './derive.ts';
import type { MindModel } from './model.ts';
import { parseMindmap } from './parse.ts';
import { belongsTo, childLevel, moveSubtree, subtreeLines } from './subtree.ts';

/** A line that was drawn from one node to another puts the other one below it, with all that belongs to it. */
export function connectThoughts(model: MindModel, block: Block, { from, to }: ConnectEdit): StructureChange | Refusal {
  const [above, below] = [from, to].map((id) => model.nodes.findIndex(({ nodeId }) => nodeId === id));
  if (above === undefined || below === undefined || above < 0 || below < 0)
    return { refused: 'A branch joins two nodes of its own mind map.' };
  if (below === 0) return { refused: 'The root belongs to no other node. Draw the line from it instead.' };
  if (belongsTo(model, above, below)) return { refused: 'A node cannot belong to what belongs to it.' };
  const patches = model.nodes[below]?.parent === above ? [] : moveSubtree(model, below, above, block.source);
  return { patches, layout: {}, made: branchId(to) };
}

/** A new thought below the node that it was dragged out of, or below the root. */
export function addThought(model: MindModel, block: Block, { from }: AddEdit): StructureChange | Refusal {
  const at = from === undefined ? 0 : model.nodes.findIndex(({ nodeId }) => nodeId === from);
  if (at < 0) return { refused: 'A new node belongs to another one: drag it out of that.' };
  const place = subtreeLines(model, at, block.source).to;
  const line = `${' '.repeat(childLevel(model, at))}New idea`;
  const patch: TextPatch = {
    from: place,
    to: place,
    insert: place === block.source.length && !block.source.endsWith('\n') ? `\n${line}` : `${line}\n`,
  };
  const after = parseMindmap(patchText(block.source, [patch]));
  if (!after.ok) return { refused: 'A new node does not fit into this text. Write it there.' };
  const made = after.model.nodes.find(({ range }) => range.from >= place)?.nodeId;
  return { patches: [patch], layout: {}, ...(made !== undefined && { made }) };
}
