import type { Block, Shape } from '@autograph/document';
import { boxesIntersect } from '@autograph/geometry';
import { createTextMeasurer } from '@autograph/render';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import { describe, expect, it } from 'vitest';
import { documentedSources, widerSources } from '../conformance/sources.node.ts';
import { deriveTimeline } from './derive.ts';
import { parseTimeline } from './parse.ts';

const measure = createTextMeasurer();

function shapesOf(source: string): readonly Shape[] {
  const parsed = parseTimeline(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  const block: Block = { id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  return deriveTimeline(parsed.model, block, measure).shapes;
}

const named = (shapes: readonly Shape[], text: string) => {
  const found = shapes.find((shape) => shape.text === text);
  if (!found) throw new Error(`there is no ${text}`);
  return found;
};
const lines = 'section One\n1999 : a : b\n2000 : c\nsection Two\n2001 : d';

describe('a timeline', () => {
  it('puts times side by side, with what happened in them below, under their sections', () => {
    const shapes = shapesOf(`timeline\n${lines}`);
    const [t1, t2, t3, a, b, one, two] = ['1999', '2000', '2001', 'a', 'b', 'One', 'Two'].map((text) => named(shapes, text));
    if (!t1 || !t2 || !t3 || !a || !b || !one || !two) throw new Error('something is missing');
    expect(new Set([t1.y, t2.y, t3.y]).size).toBe(1);
    expect(t1.x + t1.w).toBeLessThan(t2.x);
    expect(a).toMatchObject({ x: t1.x, w: t1.w });
    expect(b.y).toBeGreaterThanOrEqual(a.y + a.h);
    expect(one).toMatchObject({ x: t1.x, w: t2.x + t2.w - t1.x });
    expect(two.fill).toBe(t3.fill);
    expect(two.fill).not.toBe(one.fill);
  });

  it('runs down when asked to, with what happened to the right', () => {
    const shapes = shapesOf(`timeline TD\n${lines}`);
    const [t1, t2, a] = ['1999', '2000', 'a'].map((text) => named(shapes, text));
    expect(t2?.y).toBeGreaterThan((t1?.y ?? 0) + (t1?.h ?? 0));
    expect(a?.x).toBeGreaterThan((t1?.x ?? 0) + (t1?.w ?? 0));
  });
});

describe('every valid source that is at hand', () => {
  const sources = [...documentedSources(), ...widerSources()].filter(({ type, text }) => type === 'timeline' && parseTimeline(text).ok);

  it('gives shapes that the shapes’ own schemas accept, in the container, cards clear of each other', () => {
    expect(sources.length).toBeGreaterThan(90);
    for (const { name, text } of sources) {
      const shapes = shapesOf(text);
      for (const shape of shapes) {
        expect(shapeSchema.safeParse(shape).error, `${name} ${shape.id}`).toBeUndefined();
        expect(Math.min(shape.x, shape.y), `${name} ${shape.id}`).toBeGreaterThanOrEqual(0);
      }
      const cards = shapes.filter(({ type }) => type === 'rectangle');
      for (const [at, one] of cards.entries()) {
        for (const other of cards.slice(at + 1)) expect(boxesIntersect(one, other), `${name}: ${one.id} and ${other.id}`).toBe(false);
      }
    }
  });
});
