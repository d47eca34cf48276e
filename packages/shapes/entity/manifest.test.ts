import type { Scene } from '@autograph/editor';
import { contrast, createTextMeasurer, type DrawItem, darkTheme, lightTheme, type TextRun } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { type EntityShape, layoutTable } from '../entity-table.ts';
import { manifest } from './manifest.ts';

const measure = createTextMeasurer();
const scene: Scene = {
  get: () => undefined,
  children: () => [],
  origin: () => ({ x: 0, y: 0 }),
  pageBounds: () => undefined,
  pageOutline: () => undefined,
};
const rows = [
  { type: 'int', name: 'id', keys: ['PK', 'FK'], comment: 'never reused' },
  { type: 'string', name: 'email', keys: [], comment: '' },
];
const { w, h } = layoutTable('CUSTOMER', rows, measure);
const table: EntityShape = { id: 'e', type: 'entity', x: 0, y: 0, w, h, rotation: 0, parent_id: null, index: 'a0', text: 'CUSTOMER', rows };

function texts(items: readonly DrawItem[]): TextRun[] {
  return items.flatMap((item) => (item.kind === 'group' ? texts(item.items) : item.kind === 'text' ? item.runs : []));
}

describe('an entity', () => {
  it('shows its name and every attribute with type, keys and comment', () => {
    const words = texts(manifest.draw(table, { theme: lightTheme, measure, scene })).map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining(['CUSTOMER', 'id', 'int', 'PK', 'FK', 'never reused', 'email', 'string']));
  });

  it('keeps every text inside its box', () => {
    const inside = (items: readonly DrawItem[]): void => {
      for (const item of items) {
        if (item.kind === 'group') inside(item.items);
        if (item.kind !== 'text') continue;
        expect(item.x).toBeGreaterThanOrEqual(0);
        expect(item.x + item.width).toBeLessThanOrEqual(w);
        expect(item.y).toBeLessThanOrEqual(h);
      }
    };
    inside(manifest.draw(table, { theme: lightTheme, measure, scene }));
  });

  it('is legible in the light and in the dark theme [F304]', () => {
    const paints = [lightTheme, darkTheme].map((theme) => {
      const runs = texts(manifest.draw(table, { theme, measure, scene }));
      const title = runs.find(({ text }) => text === 'CUSTOMER');
      const name = runs.find(({ text }) => text === 'email');
      expect(contrast(title?.paint ?? '', theme.fill('blue', 'soft'))).toBeGreaterThan(4.5);
      expect(contrast(name?.paint ?? '', theme.fill(undefined, 'soft'))).toBeGreaterThan(4.5);
      return title?.paint;
    });
    expect(paints[0]).not.toBe(paints[1]);
  });

  it('is as wide as its longest row needs', () => {
    const wide = layoutTable(
      'A',
      [{ type: 'a_rather_long_type_name', name: 'a_rather_long_attribute_name', keys: [], comment: '' }],
      measure,
    );
    expect(wide.w).toBeGreaterThan(layoutTable('A', [], measure).w);
  });
});
