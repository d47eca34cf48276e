import type { Block, Placement } from '@autograph/document';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openOracle } from './conformance/oracle.node.ts';
import { fence, fencedDiagrams } from './fences.ts';
import { families } from './known-families.ts';
import { placedSource, takePlaces } from './placed-source.ts';
import { recognise } from './recognise.ts';
import { randomLanguages } from './testing/random-languages.ts';

const number = fc.integer({ min: -9_000, max: 9_000 }).map((n) => n / 2);
const size = fc.integer({ min: 1, max: 900 });
const placement: fc.Arbitrary<Placement> = fc.oneof(
  fc.record({ x: number, y: number, pinned: fc.constant(true) }),
  fc.record({ x: number, y: number, w: size, h: size }),
  fc.record({ x: number, y: number, w: size, h: size, pinned: fc.constant(true) }),
);
const id = fc.oneof(
  fc.constantFrom('A', 'task:Big work', 'commit:dev:1', 'Größe', '100%', 'a=b!', '}%%{'),
  fc.string({ unit: 'grapheme', minLength: 1 }),
);
const layout = fc
  .dictionary(id, placement, { maxKeys: 6, noNullPrototype: true })
  .map((places) => ({ ...places, first: { x: 1, y: 2, pinned: true } }));
const block = (language: string, source: string, places: Block['layout']): Block => ({
  id: 'b',
  language,
  source,
  x: 0,
  y: 0,
  index: 'a0',
  layout: places,
});

describe.each(await randomLanguages())('a file with a $language.label', ({ language, random }) => {
  it('says where things stand, and gives text and places back [F289]', () => {
    fc.assert(
      fc.property(random.sources, layout, (source, places) => {
        const file = placedSource(block(language.family, source, places));
        expect(language.parse(file).ok, file).toBe(true);
        const back = takePlaces(language.family, file);
        expect(back.layout).toEqual(places);
        expect(back.source.trimEnd()).toBe(source.trimEnd());
        expect(placedSource({ ...block(language.family, file, back.layout) })).toBe(file);
        const [fenced] = fencedDiagrams(fence(language.family, file));
        expect(takePlaces(language.family, fenced?.source ?? '').layout).toEqual(places);
      }),
      { numRuns: 50 },
    );
  });
});

it('every family that has remarks keeps places in its files', () => {
  for (const { id: family, remark } of families) {
    const file = placedSource(block(family, 'a\nb', { a: { x: 1.5, y: 2, pinned: true } }));
    expect(file).toBe(remark === undefined ? 'a\nb' : `a\nb\n${remark} autograph: a=1.5,2!\n`);
  }
});

it('a text in which nothing was placed by hand is as it is, and loses the places that it told', () => {
  expect(placedSource(block('mermaid', 'graph LR\nA', { A: { x: 1, y: 2 } }))).toBe('graph LR\nA');
  expect(placedSource(block('mermaid', 'graph LR\nA\n%% autograph: A=1,2!\n', {}))).toBe('graph LR\nA\n');
});

it('remarks that only look like it stay', () => {
  const source = 'graph LR\nA\n%% autograph: is the best\n';
  expect(takePlaces('mermaid', source)).toEqual({ source, layout: {} });
  const places = { A: { x: 1, y: 2, pinned: true } };
  const file = placedSource(block('mermaid', source, places));
  expect(file).toBe(`${source}%% autograph: A=1,2!\n`);
  expect(takePlaces('mermaid', file)).toEqual({ source, layout: places });
});

it('is restored from a pasted text, with or without a fence', () => {
  const file = 'graph LR\n  A --> B\n%% autograph: A=10,20,80,40! B=200,20,80,40\n';
  const wanted = {
    language: 'mermaid',
    source: 'graph LR\n  A --> B\n',
    layout: { A: { x: 10, y: 20, w: 80, h: 40, pinned: true }, B: { x: 200, y: 20, w: 80, h: 40 } },
  };
  expect(recognise(file)).toEqual(wanted);
  expect(recognise(fence('mermaid', file))).toEqual(wanted);
});

it('is the same diagram to Mermaid', async () => {
  const oracle = await openOracle();
  const places = { A: { x: 1, y: 2, pinned: true }, 'Big; work %%{x}': { x: 1, y: 2 } };
  for (const { language, random } of await randomLanguages()) {
    if (language.family !== 'mermaid') continue;
    for (const source of fc.sample(random.sources, { numRuns: 3, seed: 5 })) {
      expect(await oracle(placedSource(block('mermaid', source, places))), source).toEqual(await oracle(source));
    }
  }
});
