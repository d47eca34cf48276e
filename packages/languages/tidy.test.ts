import { expect, it } from 'vitest';
import { formatSource } from './format-source.ts';

it.each([
  [
    'eraser',
    '// cloud\nA[icon:user,color : red]>B,C:yes\nG{\nX  -  Y // why\n}',
    '// cloud\nA [icon: user, color: red] > B, C: yes\nG {\n  X - Y // why\n}',
  ],
  ['eraser', 'A [\nicon: user,\ncolor: red\n]\n\n\tB', 'A [\n  icon: user,\n  color: red\n]\n\nB'],
  ['eraser', '// erd\nusers[icon:user]{id int pk}', '// erd\nusers [icon: user] {\n  id int pk\n}'],
  [
    'eraser',
    '// sequence\nalt[label:ok]{\nA>B:one\n}\nelse {\nB-->A\n}',
    '// sequence\nalt [label: ok] {\n  A > B: one\n}\nelse {\n  B --> A\n}',
  ],
  [
    'd2',
    'a->b:x;c\ng :{ shape:oval ;d }\nh {\ne: |md\n    # T\n  |\n}',
    'a -> b: x\nc\ng: {shape: oval; d}\nh: {\n  e: |md\n    # T\n  |\n}',
  ],
  ['d2', 'x: {\n      y: { # why\n z\n}\n}', 'x: {\n  y: { # why\n    z\n  }\n}'],
  [
    'dot',
    'digraph G{a->b[color = red,label="x"];b->c; {rank=same;a;c}}',
    'digraph G {\n  a -> b [color=red, label="x"];\n  b -> c;\n  { rank=same; a; c }\n}',
  ],
  ['dot', 'graph{\n// one\nsubgraph cluster_a{\na--b\n}\n}', 'graph {\n  // one\n  subgraph cluster_a {\n    a -- b\n  }\n}'],
])('%s is printed tidily: %j', (family, source, tidy) => {
  expect(formatSource(family, source)).toBe(tidy);
  expect(formatSource(family, tidy)).toBe(tidy);
});
