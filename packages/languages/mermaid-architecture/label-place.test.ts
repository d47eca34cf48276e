import { Editor } from '@autograph/editor';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import { expect, it } from 'vitest';
import { arrange, createBlockDeriver } from '../index.ts';

const measure = createTextMeasurer();

it('the same words of several edges that end together lie on each other', async () => {
  const source = [
    'architecture-beta',
    '  service one[One]',
    '  service another[Another one with a long name]',
    '  service store[Store]',
    '  service rest[Rest]',
    '  one:R -[reads]-> L:store',
    '  another:R -[reads]-> L:store',
    '  one:B -- T:another',
    '  store:B -- T:rest',
  ].join('\n');
  const block = { id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  const editor = new Editor({ shapes: shapeDefinitions, blocks: createBlockDeriver(measure), measure });
  editor.addContent({ shapes: [], blocks: [{ ...block, layout: await arrange(block, createLayouter(), measure) }] });
  const words = editor.scene.descendants('bl_1').filter(({ type, text }) => type === 'arrow' && text === 'reads');
  const centres = words.flatMap((shape) => {
    const label = editor.definition('arrow')?.labelBox?.(shape, editor.scene);
    const origin = editor.scene.origin(shape);
    return label ? [{ x: origin.x + shape.x + label.x + label.w / 2, y: origin.y + shape.y + label.y + label.h / 2 }] : [];
  });
  const [first, second] = centres;
  expect(centres).toHaveLength(2);
  expect(Math.hypot((first?.x ?? 0) - (second?.x ?? 0), (first?.y ?? 0) - (second?.y ?? 0))).toBeLessThan(1);
});
