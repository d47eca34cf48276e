import { expect, it } from 'vitest';
import { families, languages } from './index.ts';
import { recognise } from './recognise.ts';

it('takes a diagram as code out of its markdown fence', () => {
  const source = 'flowchart LR\n  a --> b';
  const found = { language: 'mermaid', source, layout: {} };
  expect(recognise(source)).toEqual(found);
  expect(recognise(`\`\`\`\n${source}\n\`\`\``)).toEqual(found);
  expect(recognise(`\`\`\`mermaid\n${source}\n\`\`\`\n`)).toEqual(found);
});

it('takes a fence at its word, also where the text has a mistake', () => {
  expect(recognise('```mermaid\nflowchart LR\n  a -->\n```')).toMatchObject({ language: 'mermaid' });
  expect(recognise('```python\nprint(1)\n```')).toBeUndefined();
});

it('takes a long text by how it begins, whatever comes later', () => {
  const lines = Array.from({ length: 900 }, (_, at) => `  a${at} --> b${at}`).join('\n');
  const source = `%% ours\nflowchart LR\n${lines}\n  a -->`;
  expect(recognise(source)).toEqual({ language: 'mermaid', source, layout: {} });
  const words = 'timeline and graph of what we do\nblock by block, and more\n'.repeat(200);
  expect(recognise(`graph theory is fun\n${words}`)).toBeUndefined();
  expect(recognise(`block the door, please\n${words}`)).toBeUndefined();
});

it.each([
  ['dot', (at: number) => `  n${at} -> n${at + 1} [label="from ${at}"];`, 'digraph G {', '}'],
  ['d2', (at: number) => `  n${at} -> n${at + 1}: from ${at}`, 'all: Everything {', '}'],
  ['eraser', (at: number) => `  Service ${at} [icon: server] > Service ${at + 1}`, 'Cloud [icon: aws-vpc] {', '}'],
])('knows a long %s text that closes at its end only', (family, line, head, foot) => {
  const source = [head, ...Array.from({ length: 900 }, (_, at) => line(at)), foot].join('\n');
  expect(recognise(source)).toMatchObject({ language: family, source });
});

it.each([
  'Dear all,\nplease see the notes below.\n\nBest,\nAda',
  '- one\n- two\n  - three',
  '# Title\n\nSome words: with a colon.',
  'a,b,c\n1,2,3',
  'const a = 1;\nconst b = { c: [1, 2] };\n',
  '> quoted\n> twice\n\nanswer',
  '{\n  "key": "value"\n}',
  'SELECT *\nFROM users\nWHERE id > 3',
  'Monday - open\nTuesday - closed\nWednesday - open',
  'Start > Settings > Display\nthen choose a size',
])('leaves other text alone: %j', (text) => {
  expect(recognise(text)).toBeUndefined();
});

it('knows each language’s family, and reads each template', () => {
  for (const { family } of languages) expect(families.map(({ id }) => id)).toContain(family);
  for (const { id, templates } of families) {
    for (const { source } of templates) expect(recognise(`\`\`\`${id}\n${source}\n\`\`\``)).toEqual({ language: id, source, layout: {} });
  }
});
