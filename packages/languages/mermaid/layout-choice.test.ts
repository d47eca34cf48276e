import { createTextMeasurer } from '@autograph/render';
import { expect, it } from 'vitest';
import { createBlockDeriver } from '../block-deriver.ts';

const deriver = createBlockDeriver(createTextMeasurer());
const laidOut = (source: string, chosen = {}) =>
  deriver.derive({ id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {}, ...chosen }).layout;
const asking = (layout: string, kind = 'flowchart TD\n  a --> b') => `---\nconfig:\n  layout: ${layout}\n---\n${kind}`;

it('front matter and directives say how a diagram is laid out', () => {
  expect(laidOut('flowchart TD\n  a --> b')?.arrangement).toBe('layered');
  expect(laidOut(asking('elk'))?.arrangement).toBe('layered');
  expect(laidOut(asking('tidy-tree'))?.arrangement).toBe('tree');
  expect(laidOut(asking('tidy-tree', 'classDiagram\n  A <|-- B'))?.arrangement).toBe('tree');
  expect(laidOut('%%{init: {"layout": "cose-bilkent"}}%%\nflowchart TD\n  a --> b')?.arrangement).toBe('force');
  expect(laidOut(asking('anything'))?.arrangement).toBe('layered');
});

it('what a person chooses counts more, and diagrams that place themselves have no layout', () => {
  expect(laidOut(asking('tidy-tree'), { arrangement: 'circular', lines: 'curved' })).toEqual({ arrangement: 'circular', lines: 'curved' });
  expect(laidOut('sequenceDiagram\n  A->>B: hi')).toBeUndefined();
});
