import type { Block, Shape } from '@autograph/document';
import { boxesIntersect } from '@autograph/geometry';
import { createTextMeasurer } from '@autograph/render';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import { describe, expect, it } from 'vitest';
import { documentedSources, widerSources } from '../conformance/sources.node.ts';
import { deriveMindmap } from './derive.ts';
import { parseMindmap } from './parse.ts';

const measure = createTextMeasurer();

function shapesOf(source: string, layout: Block['layout'] = {}): readonly Shape[] {
  const parsed = parseMindmap(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return deriveMindmap(parsed.model, { id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout }, measure).shapes;
}

const nodesOf = (shapes: readonly Shape[]) => shapes.filter(({ type }) => type === 'node');
const named = (shapes: readonly Shape[], text: string) => {
  const found = nodesOf(shapes).find((shape) => shape.text === text);
  if (!found) throw new Error(`there is no ${text}`);
  return found;
};

const source = 'mindmap\n  root((Root))\n    A\n      A1\n      A2\n    B\n      B1';

describe('a mind map', () => {
  it('joins every node with the one that it belongs to', () => {
    const shapes = shapesOf(source);
    expect(nodesOf(shapes).map(({ text }) => text)).toEqual(['Root', 'A', 'A1', 'A2', 'B', 'B1']);
    const branches = shapes.filter(({ type }) => type === 'arrow').map(({ start, end }) => `${start?.shape_id} ${end?.shape_id}`);
    expect(branches).toEqual(['b/root b/A', 'b/A b/A1', 'b/A b/A2', 'b/root b/B', 'b/B b/B1']);
  });

  it('puts branches to both sides of the root, each in its colour', () => {
    const shapes = shapesOf(source);
    const [root, a, b] = ['Root', 'A', 'B'].map((text) => named(shapes, text));
    if (!root || !a || !b) throw new Error('a node is missing');
    expect(a.x).toBeGreaterThan(root.x + root.w);
    expect(b.x + b.w).toBeLessThan(root.x);
    expect(a.fill).not.toBe(b.fill);
    expect(named(shapes, 'A1').fill).toBe(a.fill);
  });

  it('leaves a node where a person put it, and what belongs to it follows', () => {
    const before = shapesOf(source);
    const root = named(before, 'Root');
    const a = named(before, 'A');
    const pinned = { root: { x: root.x, y: root.y, pinned: true }, A: { x: a.x + 100, y: a.y + 40, pinned: true } };
    const after = shapesOf(source, pinned);
    expect(named(after, 'A')).toMatchObject({ x: a.x + 100, y: a.y + 40 });
    expect(named(after, 'A1').x - named(before, 'A1').x).toBe(100);
    expect(named(after, 'B')).toMatchObject({ x: named(before, 'B').x, y: named(before, 'B').y });
  });
});

describe('every valid source that is at hand', () => {
  const sources = [...documentedSources(), ...widerSources()].filter(({ type, text }) => type === 'mindmap' && parseMindmap(text).ok);

  it('gives shapes that the shapes’ own schemas accept, in the container, nodes clear of each other', () => {
    expect(sources.length).toBeGreaterThan(100);
    for (const { name, text } of sources) {
      const shapes = shapesOf(text);
      for (const shape of shapes) {
        expect(shapeSchema.safeParse(shape).error, `${name} ${shape.id}`).toBeUndefined();
        expect(Math.min(shape.x, shape.y), `${name} ${shape.id}`).toBeGreaterThanOrEqual(0);
      }
      const nodes = nodesOf(shapes);
      for (const [at, one] of nodes.entries()) {
        for (const other of nodes.slice(at + 1)) expect(boxesIntersect(one, other), `${name}: ${one.id} and ${other.id}`).toBe(false);
      }
    }
  });
});
