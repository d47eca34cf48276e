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
  const node = nodes[at];
  if (!node) return [];
  const level = childLevel(model, to, at);
  return moveLines(subtreeLines(model, at, source), subtreeLines(model, to, source).to, source, level - node.level);
}

/** How far in what belongs to a node stands, as its others do. */
export function childLevel({ nodes }: MindModel, at: number, but = -1): number {
  return nodes.find(({ parent }, i) => parent === at && i !== but)?.level ?? (nodes[at]?.level ?? 0) + stepOf(nodes);
}

/** Whether a node is another one, or belongs to it at any depth. */
export function belongsTo({ nodes }: MindModel, at: number, above: number): boolean {
  for (let now: number | undefined = at; now !== undefined; now = nodes[now]?.parent) if (now === above) return true;
  return false;
}

/** How much further in the text's first branch stands than its root. */
function stepOf(nodes: readonly MindNode[]): number {
  return Math.max(1, (nodes[1]?.level ?? 2) - (nodes[0]?.level ?? 0));
}
