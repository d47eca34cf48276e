import type { Block, Placement } from '@autograph/document';
import type { BlockEdit } from '@autograph/editor';
import { firstThatFits } from '../mermaid/first-that-fits.ts';
import { indentAt, lineEndOf } from '../mermaid/lines.ts';
import type { Range } from '../text-range.ts';
import { holdingOf } from './holding.ts';
import { allBlocks, type BlockModel, type BlockNode } from './model.ts';
import { parseBlocks } from './parse.ts';
import { takenOut } from './remove.ts';

/** Where the words of a block stand; undefined when only an edge names it. */
function wordsOf({ bodyFrom, mentions, range }: BlockNode): Range | undefined {
  if (bodyFrom !== undefined) return range;
  const own = mentions.find(({ inEdge }) => !inEdge);
  return own && { from: own.from, to: own.size?.to ?? own.to };
}

/** A block that is dropped on another one of the same holder takes its place in the text, and the others move up; undefined elsewhere. */
export function reordered(
  model: BlockModel,
  block: Block,
  nodeId: string,
  dropped: Placement,
  standing: Readonly<Record<string, Placement>>,
): BlockEdit | undefined {
  const { parent } = holdingOf(model);
  const all = allBlocks(model.children);
  const moved = all.find((found) => found.nodeId === nodeId);
  const siblings = all.find((found) => found.nodeId === parent(nodeId))?.children ?? model.children;
  const before = standing[nodeId];
  if (!moved || !before) return undefined;
  const centre = { x: dropped.x + (before.w ?? 0) / 2, y: dropped.y + (before.h ?? 0) / 2 };
  const target = siblings.find((sibling) => {
    const box = sibling === moved || sibling.type === 'space' ? undefined : standing[sibling.nodeId];
    return (
      box &&
      Math.abs(box.x + (box.w ?? 0) / 2 - centre.x) < (box.w ?? 0) / 2 &&
      Math.abs(box.y + (box.h ?? 0) / 2 - centre.y) < (box.h ?? 0) / 2
    );
  });
  const [words, place] = [wordsOf(moved), target && wordsOf(target)];
  if (!target || !words || !place) return undefined;
  const order = siblings.filter((sibling) => sibling !== moved);
  const isLater = siblings.indexOf(moved) > siblings.indexOf(target);
  const wanted = order.toSpliced(order.indexOf(target) + (isLater ? 0 : 1), 0, moved).map(({ nodeId: id }) => id);
  const text = block.source.slice(words.from, words.to);
  const line = lineEndOf(block.source) + indentAt(block.source, place.from);
  const alone: BlockModel = { ...model, children: [moved], edges: [], stylings: [] };
  const cut = takenOut(alone, block.source, new Set([nodeId]));
  const ways = [' ', line].map((joint) => [
    ...cut,
    isLater ? { from: place.from, to: place.from, insert: text + joint } : { from: place.to, to: place.to, insert: joint + text },
  ]);
  const fit = firstThatFits(block.source, parseBlocks, ways, (after) => {
    const now = allBlocks(after.children);
    const holder = now.find(({ nodeId: id }) => id === parent(nodeId))?.children ?? after.children;
    const named = (children: readonly BlockNode[]) => children.filter(({ type }) => type !== 'space').map(({ nodeId: id }) => id);
    const kept = wanted.filter((id) => siblings.some((sibling) => sibling.nodeId === id && sibling.type !== 'space'));
    return now.length === all.length && after.edges.length === model.edges.length && named(holder).join('\n') === kept.join('\n');
  });
  return fit && { patches: fit.patches, layout: block.layout[nodeId] ? { [nodeId]: null } : {} };
}
