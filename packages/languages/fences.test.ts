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

it('ends a diagram at a fence of more ticks, and takes none from within other code', () => {
  expect(fencedDiagrams('```mermaid\npie\n````\nwords\n```js\n```\n')).toEqual([{ family: 'mermaid', source: 'pie' }]);
  expect(fencedDiagrams('````md\n```mermaid\npie\n```\n````\n')).toEqual([]);
});

it('looks once through a text of fences that are never closed', () => {
  expect(fencedDiagrams('```mermaid\n'.repeat(50_000))).toEqual([]);
});

it('reads back what it fences', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '`', '```', '\n', ' ', '~~~', 'mermaid')), (parts) => {
      const source = `x${parts.join('')}`.trimEnd();
      expect(fencedDiagrams(fence('mermaid', source))).toEqual([{ family: 'mermaid', source }]);
    }),
  );
});

it('a text of very many ticks is fenced by more than the longest run of them', () => {
  const source = `${'` '.repeat(200_000)}\`\`\`\`\``;
  expect(fence('mermaid', source).startsWith('``````mermaid\n')).toBe(true);
});
