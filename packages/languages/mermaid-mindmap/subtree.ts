import type { TextPatch } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import { linesOf, moveLines } from '../mermaid/outline-lines.ts';
import type { MindModel, MindNode } from './model.ts';

/** The lines of a node with all that belongs to it. */
export function subtreeLines({ nodes }: MindModel, at: number, source: string): Range {
  const level = nodes[at]?.level ?? 0;
  const next = nodes.findIndex((node, i) => i > at && node.level <= level);
  return linesOf(nodes.slice(at, next < 0 ? undefined : next), source);
}

/** Moves a node, with all that belongs to it, to the end of what belongs to another one, indented as that asks for. */
export function moveSubtree(model: MindModel, at: number, to: number, source: string): readonly TextPatch[] {
  const { nodes } = model;
  const [node, target] = [nodes[at], nodes[to]];
  if (!node || !target) return [];
  const sibling = nodes.find(({ parent }, i) => parent === to && i !== at);
  const level = sibling?.level ?? target.level + stepOf(nodes);
  return moveLines(subtreeLines(model, at, source), subtreeLines(model, to, source).to, source, level - node.level);
}

/** How much further in the text's first branch stands than its root. */
function stepOf(nodes: readonly MindNode[]): number {
  return Math.max(1, (nodes[1]?.level ?? 2) - (nodes[0]?.level ?? 0));
}
