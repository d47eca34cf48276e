import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mermaidConfig } from './mermaid/config.ts';
import { randomLanguages } from './testing/random-languages.ts';

/** Signs and words that mean much to one language or another, said again and again. */
const pieces = [
  ...['a', 'a ', ' ', '\n', '\r\n', ' \n', '\ud800', '😀', '"', '`', '(', '(\n', '[', '{', 'a{', '}', '<', '<<', '>', '~', 'a~', '~~~'],
  ...[
    '%',
    '%%{',
    '%%{init:{',
    '@',
    '@{',
    'a@{',
    '#',
    '#a;',
    '&',
    ';',
    ':',
    ':::',
    ',',
    '.',
    '-',
    '--',
    '->',
    '==',
    '|',
    '/',
    '//',
    '\\',
    '*',
    '$',
    '${',
  ],
  ...['---\n', 'end\n', 'direction ', 'accDescr {', 'style ', 'style:', 'classDef ', 'subgraph ', 'note ', '"""', '/*', '<!--', '-- '],
];

/** CPU time of this process for an act, ms; the least of some runs. */
function cost(act: () => void, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** What is cheaper than this for the larger text cannot be quadratic, ms: a step for each pair of its letters takes longer. */
const cheap = 60;
const small = 3_000;
const large = 12 * small;

/** Of two texts one 12 times as long as the other: how many times as much it costs to read. */
function growth(read: (text: string) => void, textOf: (length: number) => string): number {
  const [few, many] = [textOf(small), textOf(large)];
  read(few);
  const most = cost(() => read(many), 1);
  if (most < cheap) return 1;
  return (
    cost(() => read(many), 2) /
    Math.max(
      1,
      cost(() => read(few), 3),
    )
  );
}

describe.each(await randomLanguages())('a text of one piece again and again', ({ language, random }) => {
  it(`is read as ${language.label} in time that grows with its length, not with its square`, () => {
    const [sample = ''] = fc.sample(random.sources, { numRuns: 1, seed: 5 });
    const [head = ''] = sample.split(/\r?\n/);
    const slow = pieces.filter((piece) => {
      const textOf = (length: number) => `${head}\n${piece.repeat(length / piece.length)}`;
      return growth((text) => void language.parse(text), textOf) > 60;
    });
    expect(slow).toEqual([]);
  });
});

it('directives that are never closed are looked through once', () => {
  expect(
    growth(
      (text) => void mermaidConfig(text),
      (length) => `flowchart LR\n${'%%{init: {'.repeat(length / 10)}`,
    ),
  ).toBeLessThan(60);
});
