import { CodedError } from '@autograph/contracts';
import type { Block, Shape } from '@autograph/document';
import { arrange, createBlockDeriver, mergePlacements } from '@autograph/languages';
import { createLayouter } from '@autograph/layout';
import { syntaxDetails } from '@autograph/service-kit';
import { measure } from './scene.ts';

const deriver = createBlockDeriver(measure);
const layouter = createLayouter();

/** Diagram text as the shapes that it becomes, laid out. Throws CodedError syntax_error with the lines that are wrong. */
export async function shapesOfSource(language: string, source: string): Promise<readonly Shape[]> {
  const block: Block = { id: 'bl_render', language, source, x: 0, y: 0, index: 'a0', layout: {} };
  const details = syntaxDetails(deriver.derive(block).diagnostics, 'body.source');
  if (details.length > 0) throw new CodedError('syntax_error', { details });
  const placed = { ...block, layout: mergePlacements(block.layout, await arrange(block, layouter, measure)) };
  return deriver.derive(placed).shapes;
}
