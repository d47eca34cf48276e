import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../conformance/normal-form.ts';
import { openOracle } from '../conformance/oracle.node.ts';
import { answer } from './answer.ts';

const id = fc.constantFrom(
  'A',
  'B',
  'n-1',
  'x',
  'o',
  'v',
  '2b',
  'ü',
  'a.b',
  'A:b',
  'default',
  'end1',
  'C#',
  'é&',
  'i/o',
  'L-',
  'x--x',
  'end',
  'a@b',
);
const words = fc.constantFrom(
  'hi',
  'Hello world',
  '"q (x)"',
  'a-b',
  'a & b',
  '"`md **b**`"',
  'x;y',
  '#quot;',
  ' sp ',
  'style',
  'a|b',
  'a"b',
  'f(x)',
  '/p',
  'p/',
  '\\',
  'direction TB',
  '100%',
  '--',
  '""',
  '~~~',
  'a.b',
  'x = y',
);
const brackets = fc.constantFrom(
  '[]',
  '()',
  '{}',
  '(())',
  '((()))',
  '([])',
  '[[]]',
  '[()]',
  '>]',
  '{{}}',
  '[//]',
  '[/\\]',
  '[\\\\]',
  '[\\/]',
  '(--)',
);
const data = fc.constantFrom(
  '@{ shape: cyl }',
  '@{ shape: rect, label: "x y" }',
  '@{\n  shape: doc\n  label: "L"\n}',
  '@{ icon: "fa:user", form: circle }',
  '@{ shape: Rect }',
  '@{ view: collapsed }',
);
const body = fc.tuple(brackets, words).map(([pair, text]) => pair.slice(0, pair.length / 2) + text + pair.slice(pair.length / 2));
const sometimes = (piece: fc.Arbitrary<string>) => fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: piece });
const node = fc.tuple(id, sometimes(body), sometimes(fc.constantFrom(':::c', ':::foo')), sometimes(data)).map((parts) => parts.join(''));
const list = fc.tuple(node, sometimes(node.map((other) => ` & ${other}`))).map((parts) => parts.join(''));
const link = fc
  .oneof(
    fc.constantFrom(
      '-->',
      '---',
      '-.->',
      '==>',
      '~~~',
      '--o',
      '--x',
      '<-->',
      'o--o',
      '---->',
      '-..->',
      'x-.-x',
      '--',
      '->',
      'e1@-->',
      '\n  -->',
    ),
    words.map((text) => `-- ${text} -->`),
    words.map((text) => `== ${text} ==>`),
    words.map((text) => `-. ${text} .->`),
    words.map((text) => `-->|${text}|`),
  )
  .chain((arrow) => fc.constantFrom(` ${arrow} `, arrow));
const chain = fc.tuple(list, fc.array(fc.tuple(link, list), { maxLength: 3 })).map(([first, rest]) => first + rest.flat().join(''));
const directive = fc.constantFrom(
  'style A fill:#f9f,stroke:#333',
  'style A fill:rgb(1,2,3)',
  'classDef c fill:#f96',
  'class A,B c',
  'class A c ',
  'linkStyle 0 stroke:#f00',
  'linkStyle default interpolate basis',
  'click A "http://x.y" "tip" _blank',
  'click A call f(a)',
  'click A href x',
  'direction LR',
  '%% A --> B',
  'e1@{ curve: linear }',
  'end',
  'A B',
);
const subgraph = fc
  .tuple(
    fc.constantFrom('one', 'One two', 'id [Title here]', '"quoted"', 'a, b', 'A', '1 2', ''),
    fc.array(chain, { maxLength: 3 }),
    fc.constantFrom('end', 'end ', ''),
  )
  .map(([title, inside, end]) => ['subgraph '.concat(title), ...inside, end].join('\n'));
const statement = fc.oneof({ weight: 4, arbitrary: chain }, { weight: 2, arbitrary: directive }, { weight: 1, arbitrary: subgraph });
const header = fc.constantFrom(
  'flowchart TD\n',
  'graph LR;',
  'flowchart\n',
  'flowchart-elk RL\n',
  'graph >\n',
  'flowchart TD \n',
  'graph TD A\n',
  '---\ntitle: x\n---\nflowchart LR\n',
);
const chart = fc
  .tuple(header, fc.array(statement, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '; '))
  .map(([head, lines, joint]) => head + lines.join(joint));

/** Mermaid makes its labels safe for HTML, and counts a lone semicolon as a member of its subgraph; neither is part of the reading. */
const plain = (found: Answer): unknown =>
  found.accepted
    ? JSON.parse(
        JSON.stringify(found.form)
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&')
          .replaceAll('<br>', '<br/>')
          .replaceAll(/"members":\[";",?/g, '"members":['),
      )
    : 'refused';

describe('Mermaid itself', () => {
  let oracle: (source: string) => Promise<Answer>;

  beforeAll(async () => {
    oracle = await openOracle();
  });

  it('reads random flowcharts as we do, or refuses them as we do', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(chart, async (source) => {
        const theirs = await oracle(source);
        if (theirs.accepted) accepted++;
        expect(plain(answer(source))).toEqual(plain(theirs));
      }),
      { numRuns: 800, seed: 12 },
    );
    expect(accepted).toBeGreaterThan(150);
  });
});
