import type { Block, Shape } from '@autograph/document';
import { boxesIntersect } from '@autograph/geometry';
import { createTextMeasurer } from '@autograph/render';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import { describe, expect, it } from 'vitest';
import { documentedSources, widerSources } from '../conformance/sources.node.ts';
import { deriveSequence } from '../sequence/derive.ts';
import { parseSequence } from './parse.ts';

const measure = createTextMeasurer();

function shapesOf(source: string, layout: Block['layout'] = {}): readonly Shape[] {
  const parsed = parseSequence(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return deriveSequence(parsed.model, { id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout }, measure).shapes;
}

const named = (shapes: readonly Shape[], id: string) => {
  const found = shapes.find((shape) => shape.id === `b/${id}`);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};
const ofType = (shapes: readonly Shape[], type: string) => shapes.filter((shape) => shape.type === type);
const centre = (shape: Shape) => shape.x + shape.w / 2;
/** Where an arrow is bound, px. */
const heightOf = (shapes: readonly Shape[], arrow: Shape) => {
  const line = shapes.find(({ id }) => id === arrow.start?.shape_id);
  return (line?.y ?? 0) + (arrow.start?.anchor?.y ?? 0) * (line?.h ?? 0);
};

describe('shapes of a sequence diagram', () => {
  it('draws two lifelines and one arrow from Alice to Bob [F263]', () => {
    const shapes = shapesOf('sequenceDiagram; Alice->>Bob: Hello');
    expect(ofType(shapes, 'lifeline').map(({ text }) => text)).toEqual(['Alice', 'Bob']);
    expect(ofType(shapes, 'arrow')).toMatchObject([
      { text: 'Hello', start: { shape_id: 'b/Alice' }, end: { shape_id: 'b/Bob' }, end_head: 'triangle', stroke_style: 'solid' },
    ]);
  });

  it('dashes replies', () => {
    expect(ofType(shapesOf('sequenceDiagram\nA-->>B: x'), 'arrow')[0]?.stroke_style).toBe('dashed');
  });

  it('draws activation bars from the message before activate to the one before deactivate [F264]', () => {
    const shapes = shapesOf('sequenceDiagram\nA->>Bob: x\nactivate Bob\nBob->>A: y\nBob-->>A: z\ndeactivate Bob\nA->>Bob: later');
    const [bar] = ofType(shapes, 'activation');
    const [first, , last] = ofType(shapes, 'arrow');
    if (!bar || !first || !last) throw new Error('something is missing');
    expect(centre(bar)).toBeCloseTo(centre(named(shapes, 'Bob')));
    expect(bar.y).toBeCloseTo(heightOf(shapes, first));
    expect(bar.y + bar.h).toBeCloseTo(heightOf(shapes, last));
  });

  it('paints bars below the titles of fragments', () => {
    const shapes = shapesOf('sequenceDiagram\nA->>+B: x\nloop Every minute\nA->>+A: y\nend\nA-->>-A: z\nB-->>-A: w');
    const [fragment] = ofType(shapes, 'fragment');
    const bars = ofType(shapes, 'activation');
    expect(bars).toHaveLength(2);
    expect(bars.every(({ index }) => index < (fragment?.index ?? ''))).toBe(true);
  });

  it('sets nested activations off to the side', () => {
    const [outer, inner] = ofType(shapesOf('sequenceDiagram\nA->>+B: x\nB->>+B: y\nB-->>-B: z\nB-->>-A: w'), 'activation');
    expect(inner?.x).toBeGreaterThan(outer?.x ?? 0);
    expect(inner?.h).toBeLessThan(outer?.h ?? 0);
  });

  it.each(['loop', 'alt', 'opt', 'par', 'critical', 'break'])('puts a titled frame around the messages of %s [F265] [F293]', (block) => {
    const shapes = shapesOf(`sequenceDiagram\nA->>B: before\n${block} Every minute\nA->>B: Ping\nA->>C: Pong\nend\nA->>B: after`);
    const [frame] = ofType(shapes, 'fragment');
    expect(frame).toMatchObject({ keyword: block, text: 'Every minute' });
    const inside = ofType(shapes, 'arrow').map((arrow) => {
      const y = heightOf(shapes, arrow);
      return y > (frame?.y ?? 0) && y < (frame?.y ?? 0) + (frame?.h ?? 0);
    });
    expect(inside).toEqual([false, true, true, false]);
    for (const id of ['A', 'B', 'C']) {
      expect(centre(named(shapes, id))).toBeGreaterThan(frame?.x ?? 0);
      expect(centre(named(shapes, id))).toBeLessThan((frame?.x ?? 0) + (frame?.w ?? 0));
    }
  });

  it('divides alt at else, between the messages of both [F265]', () => {
    const shapes = shapesOf('sequenceDiagram\nalt yes\nA->>B: 1\nelse no\nA->>B: 2\nend');
    const [frame] = ofType(shapes, 'fragment');
    const [first, second] = ofType(shapes, 'arrow').map((arrow) => heightOf(shapes, arrow));
    const sections = frame && 'sections' in frame ? frame.sections : undefined;
    expect(sections).toMatchObject([{ text: 'no', y: expect.any(Number) }]);
    const [{ y = 0 } = {}] = Array.isArray(sections) ? sections : [];
    expect(first).toBeLessThan((frame?.y ?? 0) + y);
    expect(second).toBeGreaterThan((frame?.y ?? 0) + y);
  });

  it('centres a note on its lifeline, or across two [F292]', () => {
    const shapes = shapesOf(
      'sequenceDiagram\nAlice->>Bob: x\nNote over Alice: Important!\nNote over Alice,Bob: Both\nNote left of Alice: Left',
    );
    const [over, both, left] = ofType(shapes, 'rectangle');
    expect(over?.text).toBe('Important!');
    expect(over && centre(over)).toBeCloseTo(centre(named(shapes, 'Alice')));
    expect(both && centre(both)).toBeCloseTo((centre(named(shapes, 'Alice')) + centre(named(shapes, 'Bob'))) / 2);
    expect((left?.x ?? 0) + (left?.w ?? 0)).toBeLessThan(centre(named(shapes, 'Alice')));
  });

  it('begins lifelines where participants are created and ends them where they are destroyed', () => {
    const shapes = shapesOf('sequenceDiagram\nA->>B: x\ncreate participant C\nA->>C: make\ndestroy C\nA-xC: end\nA->>B: y');
    const c = named(shapes, 'C');
    expect(c.y).toBeGreaterThan(named(shapes, 'B').y + 40);
    expect(c).toMatchObject({ destroyed: true });
    expect(c.y + c.h).toBeLessThan(named(shapes, 'B').y + named(shapes, 'B').h);
  });

  it('paints a coloured area below those inside it', () => {
    const shapes = shapesOf('sequenceDiagram\nrect red\nA->>B: x\nrect blue\nA->>B: y\nend\nend');
    expect(ofType(shapes, 'rectangle').map(({ fill }) => fill)).toEqual(['#ff0000', '#0000ff']);
  });

  it('numbers messages as autonumber says', () => {
    const shapes = shapesOf('sequenceDiagram\nautonumber 10 5\nA->>B: x\nA->>B: y\nautonumber off\nA->>B: z');
    expect(ofType(shapes, 'rectangle').map(({ text }) => text)).toEqual(['10', '15']);
  });

  it('leaves a participant where a person put it, and its messages follow', () => {
    const source = 'sequenceDiagram\nA->>B: x\nB->>C: y';
    const before = shapesOf(source);
    const after = shapesOf(source, { B: { x: 700, y: 0, pinned: true } });
    expect(named(after, 'B').x).toBe(700);
    expect([named(after, 'A').x, named(after, 'C').x]).toEqual([named(before, 'A').x, named(before, 'C').x]);
  });
});

describe('every valid source that is at hand', () => {
  const sources = [...documentedSources(), ...widerSources()].filter(({ type, text }) => type === 'sequence' && parseSequence(text).ok);

  it('gives shapes that the shapes’ own schemas accept, in the container', () => {
    expect(sources.length).toBeGreaterThan(250);
    for (const { name, text } of sources) {
      for (const shape of shapesOf(text)) {
        expect(shapeSchema.safeParse(shape).error, `${name} ${shape.id}`).toBeUndefined();
        if (shape.type !== 'arrow') expect(Math.min(shape.x, shape.y), `${name} ${shape.id}`).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('keeps heads and notes clear of each other', () => {
    for (const { name, text } of sources) {
      const shapes = shapesOf(text);
      const heads = ofType(shapes, 'lifeline').map((shape) => ({
        ...shape,
        h: 'head' in shape && typeof shape.head === 'number' ? shape.head : 0,
      }));
      const notes = shapes.filter(({ id }) => id.startsWith('b/note:'));
      for (const [at, one] of [...heads, ...notes].entries()) {
        for (const other of [...heads, ...notes].slice(at + 1))
          expect(boxesIntersect(one, other), `${name}: ${one.id} and ${other.id}`).toBe(false);
      }
    }
  });
});
