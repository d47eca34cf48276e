import { openOracle } from '@autograph/languages/conformance/oracle.node.ts';
import { writeArchitecture } from '@autograph/languages/mermaid-architecture/write.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mustBeRead } from '../testing/must-be-read.ts';

const words = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    'title',
    'title-web',
    'service',
    'Lambda',
    'R',
    'in',
    'row',
    'web',
    'Web',
    'it"s',
    'a [b]',
    '%%x',
    'a\\',
    '日本',
    '8080 → 80',
    '"',
    ' ',
  ),
);

it('writes what Mermaid reads, whatever things are called', async () => {
  const ask = await openOracle();
  const cases = fc.record({
    groups: fc.array(fc.record({ title: words, within: fc.option(fc.nat(4), { nil: undefined }) }), { maxLength: 4 }),
    nodes: fc.array(fc.record({ title: words, icon: words, within: fc.option(fc.nat(4), { nil: undefined }) }), {
      minLength: 1,
      maxLength: 6,
    }),
    links: fc.array(fc.record({ from: fc.nat(5), to: fc.nat(5), label: words, kind: fc.constantFrom('calls' as const, 'uses' as const) })),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ groups, nodes, links }) => {
      const within = (at: number | undefined) => (at === undefined || at >= groups.length ? undefined : `g${at}`);
      const { source } = writeArchitecture({
        groups: groups.map((group, at) => ({ key: `g${at}`, icon: 'cloud', title: group.title, within: within(group.within) })),
        nodes: nodes.map((node, at) => ({ key: `n${at}`, icon: node.icon, title: node.title, within: within(node.within) })),
        links: links
          .filter(({ from, to }) => from !== to && Math.max(from, to) < nodes.length)
          .map((link) => ({ ...link, from: `n${link.from}`, to: `n${link.to}` })),
      });
      mustBeRead(source);
      expect(await ask(source), source).toMatchObject({ accepted: true });
    }),
    { numRuns: 150 },
  );
}, 60_000);
