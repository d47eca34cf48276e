import type { Block, Shape } from '@autograph/document';
import { boxContainsBox, boxesIntersect } from '@autograph/geometry';
import { createTextMeasurer } from '@autograph/render';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import { describe, expect, it } from 'vitest';
import { documentedSources, widerSources } from '../conformance/sources.node.ts';
import { deriveKanban } from './derive.ts';
import { parseKanban } from './parse.ts';

const measure = createTextMeasurer();

function shapesOf(source: string): readonly Shape[] {
  const parsed = parseKanban(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  const block: Block = { id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  return deriveKanban(parsed.model, block, measure).shapes;
}

it('puts cards into their columns, with tickets that are links', () => {
  const shapes = shapesOf(
    '%%{init: {"kanban": {"ticketBaseUrl": "https://example.org/#TICKET#"}}}%%\nkanban\n  One\n    a[A]@{ ticket: T-1, priority: High }\n  Two\n    b[B]',
  );
  const [one, a, two, b] = shapes;
  if (!one || !a || !two || !b) throw new Error('something is missing');
  expect(shapes.map(({ text }) => text)).toEqual(['One', 'A', 'Two', 'B']);
  expect(boxContainsBox(one, a) && boxContainsBox(two, b)).toBe(true);
  expect(a).toMatchObject({ type: 'task-card', ticket: 'T-1', ticket_link: 'https://example.org/T-1', priority: 'High' });
});

it('never links to a script', () => {
  const [, card] = shapesOf(
    '%%{init: {"kanban": {"ticketBaseUrl": "javascript:alert(1)//#TICKET#"}}}%%\nkanban\n  One\n    a[A]@{ ticket: T-1 }',
  );
  expect(card).not.toHaveProperty('ticket_link');
});

describe('every valid source that is at hand', () => {
  const sources = [...documentedSources(), ...widerSources()].filter(({ type, text }) => type === 'kanban' && parseKanban(text).ok);

  it('gives shapes that the shapes’ own schemas accept, cards clear of each other', () => {
    expect(sources.length).toBeGreaterThan(90);
    for (const { name, text } of sources) {
      const shapes = shapesOf(text);
      for (const shape of shapes) expect(shapeSchema.safeParse(shape).error, `${name} ${shape.id}`).toBeUndefined();
      const cards = shapes.filter(({ type }) => type === 'task-card');
      for (const [at, one] of cards.entries()) {
        for (const other of cards.slice(at + 1)) expect(boxesIntersect(one, other), `${name}: ${one.id} and ${other.id}`).toBe(false);
      }
    }
  });
});
