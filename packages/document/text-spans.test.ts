import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { isMarked, readShape, sliceRich, spliceRich, styleSpans, type TextSpan, tidySpans } from './index.ts';
import { writeShape } from './testing/write-shape.ts';
import { spanStyleAt, spliceSpans } from './text-spans.ts';

const style = fc.record(
  {
    bold: fc.boolean(),
    italic: fc.constant(true),
    code: fc.constant(true),
    link: fc.constantFrom('https://a.example', 'mailto:a@b.example'),
  },
  { requiredKeys: [] },
);
const anySpans = fc.array(
  fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }), style).map(([from, to, own]) => ({ ...own, from, to })),
  { maxLength: 8 },
);
const rich = fc.tuple(fc.string({ maxLength: 40 }), anySpans).map(([text, spans]) => ({ text, spans: tidySpans(spans, text.length) }));
const splice = fc.record({ at: fc.nat(40), remove: fc.nat(10), insert: fc.string({ maxLength: 6 }) });

/** The laws of the record: in order, apart, inside the text, none empty. */
function expectLawful(spans: readonly TextSpan[], length: number) {
  let at = 0;
  for (const { from, to } of spans) {
    expect(from).toBeGreaterThanOrEqual(at);
    expect(to).toBeGreaterThan(from);
    at = to;
  }
  expect(at).toBeLessThanOrEqual(length);
}

describe('styled stretches of a text', () => {
  it('are brought in order, into the text and apart from each other', () => {
    fc.assert(
      fc.property(anySpans, fc.nat(40), (spans, length) => {
        const tidy = tidySpans(spans, length);
        expectLawful(tidy, length);
        expect(tidySpans(tidy, length)).toEqual(tidy);
      }),
    );
  });

  it('stay on the same words through any edit [F243]', () => {
    fc.assert(
      fc.property(rich, splice, ({ text, spans }, { at, remove, insert }) => {
        const from = Math.min(at, text.length);
        const to = Math.min(from + remove, text.length);
        const length = text.length + insert.length - (to - from);
        const after = spliceSpans(spans, text.length, { from, to, insert: insert.length });
        expectLawful(after, length);
        for (let i = 0; i < from; i++) expect(spanStyleAt(after, i)).toEqual(spanStyleAt(spans, i));
        for (let i = to; i < text.length; i++) expect(spanStyleAt(after, i + length - text.length)).toEqual(spanStyleAt(spans, i));
      }),
    );
  });

  it('change only where they are asked to', () => {
    fc.assert(
      fc.property(rich, fc.nat(40), fc.nat(40), ({ text, spans }, a, b) => {
        const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const after = styleSpans(spans, text.length, from, to, { bold: true, link: null });
        expectLawful(after, text.length);
        for (let i = 0; i < text.length; i++) {
          const { link: _link, ...before } = spanStyleAt(spans, i);
          expect(spanStyleAt(after, i)).toEqual(i >= from && i < to ? { ...before, bold: true } : spanStyleAt(spans, i));
        }
      }),
    );
  });

  it('can be cut out and put back', () => {
    fc.assert(
      fc.property(rich, fc.nat(40), fc.nat(40), (whole, a, b) => {
        const [from, to] = [Math.min(a, b, whole.text.length), Math.min(Math.max(a, b), whole.text.length)];
        expect(spliceRich(whole, from, to, sliceRich(whole, from, to))).toEqual(whole);
      }),
    );
  });

  it('extend with what is typed at their end, except links and code', () => {
    const bold: readonly TextSpan[] = [{ from: 0, to: 5, bold: true }];
    expect(spliceSpans(bold, 11, { from: 5, to: 5, insert: 1 })).toEqual([{ from: 0, to: 6, bold: true }]);
    const link: readonly TextSpan[] = [{ from: 0, to: 5, link: 'https://a.example' }];
    expect(spliceSpans(link, 11, { from: 5, to: 5, insert: 1 })).toEqual(link);
    expect(spliceSpans(link, 11, { from: 3, to: 3, insert: 1 })).toEqual([{ ...link[0], to: 6 }]);
  });

  it('say of a stretch whether all of it is marked, the style of the whole included', () => {
    const shape = { text: 'Hello World', bold: true, spans: [{ from: 6, to: 11, bold: false, italic: true }] };
    expect(isMarked(shape, 'bold')).toBe(false);
    expect(isMarked(shape, 'bold', 0, 5)).toBe(true);
    expect(isMarked(shape, 'italic', 6, 11)).toBe(true);
    expect(isMarked(shape, 'italic', 5, 11)).toBe(false);
  });

  it('are cut to the text when another has shortened it meanwhile', () => {
    const place = { x: 0, y: 0, w: 9, h: 9, rotation: 0, parent_id: null, index: 'a0' };
    const shape = { ...place, id: 'sh_1', type: 'text', text: 'Hello World', text_spans: [{ from: 0, to: 11, bold: true }] };
    const shapes = new Y.Doc().getMap<Y.Map<unknown>>('shapes');
    writeShape(shapes, shape);
    shapes.get('sh_1')?.set('text', 'Hi');
    const stored = shapes.get('sh_1');
    expect(readShape('s0', stored).text_spans).toEqual([{ from: 0, to: 2, bold: true }]);
  });
});
