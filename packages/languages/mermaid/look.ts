import type { Shape } from '@autograph/document';
import { mermaidConfig } from './config.ts';

/** How lines are drawn where a source asks for Mermaid's `look: handDrawn` (https://mermaid.js.org/config/schema-docs/config.html#look). */
export function mermaidLook(source: string): Shape['look'] {
  return mermaidConfig(source).look === 'handDrawn' ? 'hand_drawn' : undefined;
}
