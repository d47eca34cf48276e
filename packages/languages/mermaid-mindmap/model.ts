import type { Range } from '../mermaid/cursor.ts';
import type { OutlineNode } from '../mermaid/outline.ts';

export const mindShapes = ['default', 'rounded', 'square', 'circle', 'cloud', 'bang', 'hexagon'] as const;
export type MindShape = (typeof mindShapes)[number];

/** A thought, and where its line stands. */
export interface MindNode extends Pick<OutlineNode, 'id' | 'label' | 'brackets' | 'quoted' | 'range' | 'level'> {
  /** Unique: what the canvas calls it. */
  readonly nodeId: string;
  readonly shape: MindShape;
  readonly icon?: string;
  readonly classes?: string;
  /** Index of the node that it belongs to; the root has none. */
  readonly parent?: number;
  /** Lines that say more of it: icons and classes. */
  readonly decorations: readonly Range[];
}

/** In the order of the text: every node stands after the one that it belongs to. */
export interface MindModel {
  readonly nodes: readonly MindNode[];
}

/** Of every node, those that belong to it directly. */
export function childrenOf({ nodes }: MindModel): readonly (readonly number[])[] {
  const children: number[][] = nodes.map(() => []);
  for (const [at, { parent }] of nodes.entries()) if (parent !== undefined) children[parent]?.push(at);
  return children;
}
