import { z } from 'zod';
import { ask, text } from './ask.ts';
import type { MindmapForm } from './normal-form.ts';

interface Found {
  readonly nodeId: string;
  readonly descr: string;
  readonly type: number;
  readonly icon?: string | undefined;
  readonly class?: string | undefined;
  readonly children: readonly Found[];
}

const node: z.ZodType<Found> = z.object({
  nodeId: z.string(),
  descr: z.string(),
  type: z.number(),
  icon: z.string().optional(),
  class: z.string().optional(),
  children: z.array(z.lazy(() => node)),
});

/** Mermaid's shapes, by number. */
const shapes = ['default', 'rounded', 'square', 'circle', 'cloud', 'bang', 'hexagon'];

/** Reads the normal form out of the database of a mind map. */
export function mindmapForm(db: object): MindmapForm {
  const root = node.nullable().parse(ask(db, 'getMindmap'));
  const nodes: MindmapForm['nodes'][number][] = [];
  const visit = (found: Found, parent: number) => {
    const at = nodes.length;
    nodes.push({
      id: unescaped(found.nodeId),
      label: unescaped(found.descr),
      shape: shapes[found.type] ?? '',
      icon: unescaped(found.icon ?? ''),
      classes: unescaped(found.class ?? ''),
      parent,
    });
    for (const child of found.children) visit(child, at);
  };
  if (root) visit(root, -1);
  return { kind: 'mindmap', nodes };
}

/** Mermaid's sanitizer writes signs as markup has them. */
function unescaped(value: string): string {
  return text(value).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
