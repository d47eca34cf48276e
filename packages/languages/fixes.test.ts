import { patchText } from '@autograph/editor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSource } from './check-source.ts';
import { fixOf } from './fixes.ts';

function fixed(source: string, family = 'mermaid'): string | undefined {
  const [problem] = checkSource(family, source);
  const fix = problem && fixOf(family, source, problem);
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
    ['gitGraph\n  comit', 'gitGraph\n  commit'],
    ['gitGraph\n  commit\n  checkout dev', 'gitGraph\n  commit\n  branch dev'],
    ['gitGraph\n  commit\n  branch dev\n  checkout mian', 'gitGraph\n  commit\n  branch dev\n  checkout main'],
    ['requirementDiagram\n  elment a {\n  }', 'requirementDiagram\n  element a {\n  }'],
    ['requirementDiagram\n  element a {\n  }\n  a -> a', 'requirementDiagram\n  element a {\n  }\n  a - satisfies -> a'],
    ['C4Context\n  Persn(a, "A")', 'C4Context\n  Person(a, "A")'],
    ['C4Context\n  Person(a, "A"', 'C4Context\n  Person(a, "A")'],
    ['architecture-beta\n  servce a(server)[A]', 'architecture-beta\n  service a(server)[A]'],
    ['architecture-beta\n  service a\n  service b\n  a --> b', 'architecture-beta\n  service a\n  service b\n  a:R --> L:b'],
    ['architecture-beta\n  service api\n  service b\n  b:R --> L:apo', 'architecture-beta\n  service api\n  service b\n  b:R --> L:api'],
    ['architecture-beta\n  service a\n  service a[Two]', 'architecture-beta\n  service a\n  service a_2[Two]'],
    ['architecture-beta\n  service a\n  a:R --> L:mail', 'architecture-beta\n  service a\n  service mail(server)[mail]\n  a:R --> L:mail'],
    ['block\n  a -> b', 'block\n  a --> b'],
    ['gantt\n  section A\n  Task 2024-01-01, 3d', 'gantt\n  section A\n  Task :2024-01-01, 3d'],
    ['kanban\n  a[b', 'kanban\n  a[b]'],
  ])('%j', (source, meant) => {
    expect(fixed(source)).toBe(meant);
    expect(checkSource('mermaid', meant).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('what was meant in other languages', () => {
  it.each([
    ['eraser', 'A → B: yes', 'A > B: yes'],
    ['eraser', 'A [icon=user] > B', 'A [icon: user] > B'],
    ['eraser', 'A [icon user, color: red]', 'A [icon: user, color: red]'],
    ['eraser', 'A [icon: user\nB', 'A [icon: user]\nB'],
    ['eraser', 'A [icon: user {\n  B\n}', 'A [icon: user] {\n  B\n}'],
    ['eraser', '// erd\nusers {\n  id int pk', '// erd\nusers {\n  id int pk\n  }'],
    ['eraser', 'A > B\n}\nC', 'A > B\n\nC'],
    ['eraser', 'A [icon: user] B', 'A [icon: user] > B'],
    ['eraser', '"A > B', '"A > B"'],
    ['eraser', '// sequence\nA ->> B: hi', '// sequence\nA > B: hi'],
    ['eraser', 'A >\nB', 'A\nB'],
    ['d2', 'a => b: x', 'a -> b: x'],
    ['d2', 'a ->> b', 'a -> b'],
    ['d2', 'a: {\n  b', 'a: {\n  b\n  }'],
    ['d2', 'a -> b\n}', 'a -> b\n'],
    ['d2', 'a: "one\nb', 'a: "one" \nb'],
    ['d2', 'a ->\nb', 'a\nb'],
    ['d2', 'a: {shape: cylnder}', 'a: {shape: cylinder}'],
    ['dot', 'digraph { a -- b }', 'digraph { a -> b }'],
    ['dot', 'graph { a -> b -> c }', 'graph { a -- b -- c }'],
    ['dot', 'digraph { a => b }', 'digraph { a -> b }'],
    ['dot', 'digraph {\n  my-node -> b\n}', 'digraph {\n  "my-node" -> b\n}'],
    ['dot', 'digraph {\n  a [color: red]\n}', 'digraph {\n  a [color=red]\n}'],
    ['dot', 'digraph {\n  a [color=#f00]\n}', 'digraph {\n  a [color="#f00"]\n}'],
    ['dot', 'digraph {\n  a [shape=box;\n  b\n}', 'digraph {\n  a [shape=box];\n  b\n}'],
    ['dot', 'digraph {\n  a -> b', 'digraph {\n  a -> b\n  }'],
    ['dot', 'a -> b', 'digraph {\n  a -> b\n}\n'],
  ])('%s %j', (family, source, meant) => {
    expect(fixed(source, family)).toBe(meant);
    expect(checkSource(family, meant).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

it('looks for no slips in lines longer than people write', () => {
  expect(fixed(`flowchart LR\n  ${'A'.repeat(200)} -> B`)).toBeDefined();
  expect(fixed(`flowchart LR\n  ${'A'.repeat(400)} -> B`)).toBeUndefined();
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
