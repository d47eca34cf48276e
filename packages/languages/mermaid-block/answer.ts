import type { Answer, BlockForm, BlockNodeForm } from '../conformance/normal-form.ts';
import type { BlockNode } from './model.ts';
import { parseBlocks } from './parse.ts';

/** Our reading of a source in the form that is compared with Mermaid's. */
export function answer(source: string): Answer {
  const parsed = parseBlocks(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  const { children, columns, edges, classDefs } = parsed.model;
  const form: BlockForm = {
    kind: 'block',
    columns: columns ?? -1,
    children: children.map(nodeForm),
    edges: edges.map(({ from, to, label, arrow }) => ({ from, to, label: unescaped(label), arrow: arrowForm(arrow) })),
    classDefs: [...classDefs].map(([name, styles]) => ({ name, styles })),
  };
  return { accepted: true, form };
}

function nodeForm({ id = '', type, label, width, columns, directions, classes, styles, children }: BlockNode): BlockNodeForm {
  return {
    ...{ id, type, label: unescaped(label), width, columns: columns ?? -1, directions, classes },
    styles: styles.map((style) => style.trim()),
    children: children.map(nodeForm),
  };
}

/** Signs of markup are alike with and without their names, as in the oracle's answers. */
function unescaped(label: string): string {
  return label.trim().replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const heads: Readonly<Record<string, string>> = { x: 'arrow_cross', o: 'arrow_circle', '>': 'arrow_point', '<': 'arrow_point' };

/** The two heads, the weight and the pattern of an arrow, in Mermaid's words. */
function arrowForm(arrow: string): string {
  const [start, end] = [heads[arrow.charAt(0)] ?? 'arrow_open', heads[arrow.slice(-1)] ?? ''];
  return `${start} ${end} ${arrow.includes('==') ? 'thick' : 'normal'} ${arrow.includes('.-') ? 'dotted' : 'solid'}`;
}
