import { patchText } from '@autograph/editor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSource } from './check-source.ts';
import { fixOf } from './fixes.ts';

function fixed(source: string): string | undefined {
  const [problem] = checkSource('mermaid', source);
  const fix = problem && fixOf('mermaid', source, problem);
  return fix && patchText(source, [fix.patch]);
}

describe('what was meant', () => {
  it.each([
    ['flowchart LR\n  A -> B', 'flowchart LR\n  A --> B'],
    ['flowchart LR\n  A => B', 'flowchart LR\n  A --> B'],
    ['graph TD; A--B', 'graph TD; A --> B'],
    ['flowchart LR\n  A[One] B', 'flowchart LR\n  A[One] --> B'],
    ['flowchart LR\n  a[text (x)]', 'flowchart LR\n  a["text (x)"]'],
    ['flowchart LR\n  a[text\n  b', 'flowchart LR\n  a[text]\n  b'],
    ['flowchart LR\n  subgraph x\n  a', 'flowchart LR\n  subgraph x\n  a\n  end'],
    ['flowchart LR\n  a\n  end\n  b', 'flowchart LR\n  a\n\n  b'],
    ['sequenceDiagram\n  A->>B hi', 'sequenceDiagram\n  A->>B: hi'],
    ['sequenceDiagram\n  A-B: hi', 'sequenceDiagram\n  A->>B: hi'],
    ['sequenceDiagram\n  loop x\n  A->>B: hi', 'sequenceDiagram\n  loop x\n  A->>B: hi\n  end'],
    ['erDiagram\n  A --> B : has', 'erDiagram\n  A ||--o{ B : has'],
    ['erDiagram\n  A ||--|| B', 'erDiagram\n  A ||--|| B : has'],
    ['classDiagram\n  A -> B', 'classDiagram\n  A --> B'],
    ['classDiagram\n  class A {\n  +x', 'classDiagram\n  class A {\n  +x\n  }'],
    ['stateDiagram-v2\n  A -> B', 'stateDiagram-v2\n  A --> B'],
  ])('%j', (source, meant) => {
    expect(fixed(source)).toBe(meant);
    expect(checkSource('mermaid', meant).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

it('offers nothing that does not help', () => {
  const word = fc.constantFrom('A', 'B', '->', '-->', '[', ']', '(', '"', 'end', 'subgraph', '\n', ' ', ':', '{', '}', '||--o{');
  const header = fc.constantFrom('flowchart LR', 'sequenceDiagram', 'erDiagram', 'classDiagram', 'stateDiagram-v2');
  fc.assert(
    fc.property(header, fc.array(word, { maxLength: 14 }), (first, words) => {
      const source = `${first}\n${words.join(' ')}`;
      const [problem] = checkSource('mermaid', source);
      const mended = fixed(source);
      if (!problem || mended === undefined) return;
      const [next] = checkSource('mermaid', mended).filter(({ severity }) => severity === 'error');
      expect(next === undefined || next.line > problem.line).toBe(true);
    }),
  );
});
