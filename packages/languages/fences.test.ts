import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fence, fencedDiagrams } from './fences.ts';

it('finds every diagram in a markdown text, and no other code', () => {
  const markdown = '# A\n```mermaid\nflowchart LR\n  a --> b\n```\n```js\nx\n```\n- point\n  ~~~mermaid\n  pie\n    "y": 2\n  ~~~\n';
  expect(fencedDiagrams(markdown)).toEqual([
    { family: 'mermaid', source: 'flowchart LR\n  a --> b' },
    { family: 'mermaid', source: 'pie\n  "y": 2' },
  ]);
});

it('reads back what it fences', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '`', '```', '\n', ' ', '~~~', 'mermaid')), (parts) => {
      const source = `x${parts.join('')}`.trimEnd();
      expect(fencedDiagrams(fence('mermaid', source))).toEqual([{ family: 'mermaid', source }]);
    }),
  );
});
