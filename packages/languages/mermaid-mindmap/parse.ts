import type { Parsed } from '../language.ts';
import { cursorOver, Problem, type Range } from '../mermaid/cursor.ts';
import { type OutlineNode, readOutline } from '../mermaid/outline.ts';
import { outlineTokenizer, withoutRemarks, withReturns } from '../mermaid/outline-tokens.ts';
import { errorAt, quietSource } from '../mermaid/source.ts';
import type { MindModel, MindNode, MindShape } from './model.ts';

const tokenize = outlineTokenizer('mindmap');

/** Reads a mind map as Mermaid 12 does (https://mermaid.js.org/syntax/mindmap.html), keeping where everything stands. */
export function parseMindmap(source: string): Parsed<MindModel> {
  const quiet = quietSource(source);
  const draft = createDraft();
  try {
    const text = withReturns(source, quiet.text);
    readOutline(cursorOver(withoutRemarks(source, tokenize(text))), 'mindmap', text, draft);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { ok: false, diagnostics: [errorAt(source, problem.at.from, problem.at.to, problem.message)] };
  }
  return { ok: true, model: { nodes: draft.nodes }, warnings: [] };
}

type Growing = { -readonly [K in keyof MindNode]: MindNode[K] } & { decorations: Range[] };

const noNode = 'This line says something of a node: write the node before it.';

function createDraft() {
  const nodes: Growing[] = [];
  /** The latest node and those that it belongs to, the root first. */
  const open: number[] = [];
  const names = new Map<string, number>();
  const unique = (name: string) => {
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return count === 1 ? name : `${name}:${count}`;
  };
  return {
    nodes,
    node({ level, id, label, brackets, quoted, range }: OutlineNode) {
      while ((nodes[open.at(-1) ?? -1]?.level ?? -1) >= level) open.pop();
      const parent = open.at(-1);
      if (nodes.length > 0 && parent === undefined) return 'A mind map has one root: indent this line further than the first node.';
      nodes.push({
        ...{ level, id, label, quoted, range },
        ...(brackets && { brackets }),
        nodeId: unique(id.text),
        shape: shapeOf(brackets),
        ...(parent !== undefined && { parent }),
        decorations: [],
      });
      open.push(nodes.length - 1);
      return undefined;
    },
    icon({ text }: { readonly text: string }, range: Range) {
      const node = nodes.at(-1);
      if (!node) return noNode;
      node.icon = text;
      node.decorations.push(range);
      return undefined;
    },
    classes({ text }: { readonly text: string }, range: Range) {
      const node = nodes.at(-1);
      if (!node) return noNode;
      node.classes = text;
      node.decorations.push(range);
      return undefined;
    },
  };
}

function shapeOf(brackets: OutlineNode['brackets']): MindShape {
  switch (brackets?.open) {
    case '[':
      return 'square';
    case '(':
      return brackets.close === ')' ? 'rounded' : 'cloud';
    case '((':
      return 'circle';
    case ')':
      return 'cloud';
    case '))':
      return 'bang';
    case '{{':
      return 'hexagon';
    default:
      return 'default';
  }
}
