import type { Block } from '@autograph/document';
import type { DerivedShapeEdit, StructureEdit, TextPatch } from '@autograph/editor';
import { patchText } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlockDeriver } from '../block-deriver.ts';
import { grammar as d2 } from '../d2/grammar.ts';
import { random as d2Random } from '../d2/testing/random.ts';
import { grammar as dot } from '../dot/grammar.ts';
import { random as dotRandom } from '../dot/testing/random.ts';
import { placedBlock } from '../testing/placed-block.ts';

const deriver = createBlockDeriver(createTextMeasurer());

const say = fc.constantFrom(
  'New',
  'two words',
  'a "quoted" one',
  'lines\nof it',
  '# no comment',
  'x: {y} [z] | w; \\ <v>',
  '-> b',
  'ünï',
  '$' + '{v}',
);
const edits = fc.record({ at: fc.nat(40), other: fc.nat(40), kind: fc.nat(8), text: say });

function apply(block: Block, { at, other, kind, text }: { at: number; other: number; kind: number; text: string }) {
  const { shapes } = deriver.derive(block);
  const parts = shapes.filter(({ origin }) => origin);
  const boxes = parts.filter(({ start }) => !start);
  const [part, box, second] = [
    parts[at % Math.max(1, parts.length)],
    boxes[at % Math.max(1, boxes.length)],
    boxes[other % Math.max(1, boxes.length)],
  ];
  const id = part?.origin?.node_id;
  const [from, to] = [box?.origin?.node_id, second?.origin?.node_id];
  if (id === undefined || from === undefined || to === undefined) return undefined;
  const change = (node_id: string, said: object): readonly DerivedShapeEdit[] => [{ kind: 'change', node_id, change: { ...said } }];
  const place = { x: 10, y: 10 };
  const group = boxes.find(({ type }) => type === 'frame')?.origin?.node_id;
  const structure: Readonly<Record<number, StructureEdit>> = {
    4: { kind: 'connect', from, to, at: place },
    5: { kind: 'add', from, at: place, ...(group !== undefined && { group }) },
    6: { kind: 'regroup', node_id: from, group: group === undefined || group === from ? null : group },
    7: { kind: 'regroup', node_id: from, group: null },
  };
  const wanted = structure[kind];
  if (wanted) return deriver.restructure(block, wanted);
  if (kind === 0) return deriver.edit(block, change(id, { text }));
  if (kind === 1) return deriver.edit(block, change(id, { stroke: '#12ab34' }));
  if (kind === 2) return deriver.edit(block, [{ kind: 'remove', node_id: id }]);
  if (kind === 3) return deriver.edit(block, change(from, { outline: 'cyl' }));
  return part?.start ? deriver.edit(block, change(id, { end: { shape_id: `b/${to}` } })) : undefined;
}

const comments = (source: string, sign: RegExp) => source.match(sign)?.length ?? 0;

describe.each([
  { language: 'd2', random: d2Random, parse: d2.parse, remark: /# a remark/g },
  { language: 'dot', random: dotRandom, parse: dot.parse, remark: /\/\/ never/g },
])('what is done on the board to a $language chart', ({ language, random, parse, remark }) => {
  it('leaves a text that can be read, its remarks, and all bytes that it does not speak of', () => {
    let written = 0;
    fc.assert(
      fc.property(random.sources, edits, (source, edit) => {
        const block = placedBlock(deriver, language, source);
        const result = apply(block, edit);
        if (!result) return;
        if ('refused' in result) {
          expect(result.refused).toMatch(/^[A-Z“].*\.$/);
          return;
        }
        written += 1;
        const after = patchText(source, result.patches);
        expect(parse(after).ok, after).toBe(true);
        // A remark within what is taken out goes along.
        if (edit.kind !== 2) expect(comments(after, remark)).toBe(comments(source, remark));
        expect(outside(source, result.patches)).toBe(outsideAfter(after, result.patches));
      }),
      { numRuns: 400 },
    );
    expect(written).toBeGreaterThan(150);
  });

  it('takes what is typed as the words of a thing, whatever signs it has', () => {
    fc.assert(
      fc.property(random.sources, fc.nat(40), say, (source, at, text) => {
        const block = placedBlock(deriver, language, source);
        const nodes = deriver.derive(block).shapes.filter(({ type }) => type === 'node');
        const node = nodes[at % Math.max(1, nodes.length)];
        if (!node?.origin) return;
        const { node_id } = node.origin;
        const result = deriver.edit(block, [{ kind: 'change', node_id, change: { text } }]);
        if ('refused' in result) throw new Error(`${result.refused}\n${source}`);
        const now = deriver
          .derive(placedBlock(deriver, language, patchText(source, result.patches)))
          .shapes.find(({ id }) => id === node.id);
        expect(now?.text).toBe(text);
      }),
    );
  });
});

/** What patches leave of a text. */
function outside(source: string, patches: readonly TextPatch[]): string {
  let at = 0;
  const kept = patches.map(({ from, to }) => {
    const part = source.slice(at, from);
    at = to;
    return part;
  });
  return [...kept, source.slice(at)].join('');
}

/** The same, read from the text after them. */
function outsideAfter(after: string, patches: readonly TextPatch[]): string {
  let shift = 0;
  const inverse = patches.map(({ from, to, insert }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return { from: start, to: start + insert.length, insert: '' };
  });
  return outside(after, inverse);
}
