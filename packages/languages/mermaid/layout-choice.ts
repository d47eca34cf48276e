import type { Arrangement } from '@autograph/document';
import type { LayoutChoice } from '../layout-choice.ts';
import { mermaidConfig } from './config.ts';

/** Mermaid's layout algorithms (https://mermaid.js.org/config/layouts.html), as ours that are like them. */
const arrangements: Readonly<Record<string, Arrangement>> = {
  dagre: 'layered',
  elk: 'layered',
  'tidy-tree': 'tree',
  'cose-bilkent': 'force',
};

/** What `config: layout:` asks for; variants such as `elk.stress` as what they vary. */
export function mermaidLayoutChoice(source: string): Partial<LayoutChoice> {
  const { layout } = mermaidConfig(source);
  const arrangement = typeof layout === 'string' ? arrangements[layout.split('.')[0] ?? ''] : undefined;
  return arrangement ? { arrangement } : {};
}
