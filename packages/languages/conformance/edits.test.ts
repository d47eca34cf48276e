import type { Block, Shape } from '@autograph/document';
import type { DerivedShapeEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { createBlockDeriver } from '../block-deriver.ts';
import { detectLanguage } from '../registry.ts';
import { nativeTypes } from './native-types.ts';
import { documentedSources, widerSources } from './sources.node.ts';

const measure = createTextMeasurer();
const deriver = createBlockDeriver(measure);

/** A block whose contents all have a place, so that all of them are shown and can be edited. */
function placed(source: string, graph: { readonly id: string }[]): Block {
  const layout = Object.fromEntries(graph.map(({ id }, at) => [id, { x: 40 + 10 * at, y: 40 }]));
  return { id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout };
}

/** One shape of each type, with words and without: another one in each diagram. */
function oneOfEachKind(shapes: readonly Shape[], number: number): readonly Shape[] {
  const kinds = Map.groupBy(shapes, ({ type, text }) => `${type} ${text !== undefined}`);
  return [...kinds.values()].flatMap((alike) => alike[number % alike.length] ?? []);
}

describe.each(nativeTypes)('edits on the canvas of every %s source at hand', (wanted) => {
  const blocks = [...documentedSources(), ...widerSources()].flatMap(({ type, text }) => {
    const language = type === wanted ? detectLanguage('mermaid', text) : undefined;
    const parsed = language?.parse(text);
    if (!language || !parsed?.ok) return [];
    const graph = language.graph?.(parsed.model, measure);
    return [placed(text, graph ? [...graph.nodes, ...graph.groups, ...graph.edges] : [])];
  });

  it('leave a text that can be read and that shows the new words, or are refused with a reason', () => {
    let written = 0;
    for (const [number, block] of blocks.entries()) {
      for (const shape of oneOfEachKind(deriver.derive(block).shapes, number)) {
        const node_id = shape.origin?.node_id;
        if (node_id === undefined) continue;
        const edits: DerivedShapeEdit[] = [
          { kind: 'remove', node_id },
          { kind: 'change', node_id, change: { x: 300 } },
          ...(shape.text === undefined ? [] : [{ kind: 'change', node_id, change: { text: 'New; words #1 <x>' } } as const]),
        ];
        for (const edit of edits) {
          const result = deriver.edit(block, [edit]);
          if ('refused' in result) {
            expect(result.refused).toMatch(/^[A-Z].*\.$/);
            continue;
          }
          const after = deriver.derive(applyBlockEdit(block, result));
          expect(
            after.diagnostics.filter(({ severity }) => severity === 'error'),
            block.source,
          ).toEqual([]);
          if (edit.kind === 'change' && edit.change.text && result.patches.length > 0) {
            expect(after.shapes.map(({ text = '' }) => text).join('\n')).toContain(edit.change.text);
            written += 1;
          }
        }
      }
    }
    expect(written).toBeGreaterThan(100);
  });
});
