import { contrast, createTextMeasurer, type DrawItem, darkTheme, lightTheme, type TextRun } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { layoutClass } from '../class-compartments.ts';
import { stage } from '../testing/stage.ts';

const measure = createTextMeasurer();
const contents = {
  stereotypes: ['abstract'],
  attributes: [{ text: '+String name' }],
  methods: [
    { text: '-find(id) : User', static: true },
    { text: '#check()', abstract: true },
  ],
};
const { w, h } = layoutClass('User<T>', contents, measure);
const drawn = stage({ type: 'class-box', text: 'User<T>', w, h, ...contents });

function texts(items: readonly DrawItem[]): readonly TextRun[] {
  return items.flatMap((item) => (item.kind === 'group' ? texts(item.items) : item.kind === 'text' ? item.runs : []));
}

describe('a class', () => {
  it('shows its stereotype, name and members from top to bottom, inside its box [F268] [F295]', () => {
    const placed = (items: readonly DrawItem[]): Extract<DrawItem, { kind: 'text' }>[] =>
      items.flatMap((item) => (item.kind === 'group' ? placed(item.items) : item.kind === 'text' ? [item] : []));
    const items = placed(drawn.draw('s0')).toSorted((a, b) => a.y - b.y);
    expect(items.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual([
      '«abstract»',
      'User<T>',
      '+String name',
      '-find(id) : User',
      '#check()',
    ]);
    for (const item of items) {
      expect(item.x).toBeGreaterThanOrEqual(0);
      expect(item.x + item.width).toBeLessThanOrEqual(w);
      expect(item.y).toBeLessThan(h - 10);
    }
  });

  it('underlines what is static and slants what is abstract', () => {
    const runs = texts(drawn.draw('s0'));
    const run = (text: string) => runs.find((one) => one.text.includes(text));
    expect(run('#check()')?.style.italic).toBe(true);
    expect(run('User<T>')?.style.italic).toBe(true);
    expect(run('+String name')?.style.italic).toBe(false);
    expect(drawn.svg('s0')).toContain('underline');
  });

  it('has no compartments without members, and none that is empty when compact', () => {
    const count = (more: object) =>
      layoutClass('A', { stereotypes: [], attributes: [], methods: [], ...more }, measure).compartments.length;
    expect(count({})).toBe(0);
    expect(count({ attributes: [{ text: 'x' }] })).toBe(2);
    expect(count({ attributes: [{ text: 'x' }], compact: true })).toBe(1);
  });

  it('is legible in the light and in the dark theme', () => {
    for (const theme of [lightTheme, darkTheme]) {
      const runs = texts(drawn.draw('s0', theme));
      expect(contrast(runs.find(({ text }) => text === 'User<T>')?.paint ?? '', theme.fill('blue', 'soft'))).toBeGreaterThan(4.5);
      expect(contrast(runs.find(({ text }) => text === '#check()')?.paint ?? '', theme.fill(undefined, 'soft'))).toBeGreaterThan(4.5);
    }
  });
});
