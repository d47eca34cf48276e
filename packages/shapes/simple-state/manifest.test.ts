import { contrast, createTextMeasurer, type DrawItem, darkTheme, lightTheme, type TextRun } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { layoutState } from '../state-compartments.ts';
import { stage } from '../testing/stage.ts';

const measure = createTextMeasurer();
const state = {
  type: 'simple-state',
  text: 'Draft',
  fill: 'blue',
  stroke: 'blue',
  details: ['entry / reserve stock', 'exit / release'],
} as const;
const { w, h, header } = layoutState(state, measure);

function texts(items: readonly DrawItem[]): readonly (Extract<DrawItem, { kind: 'text' }> & { readonly runs: readonly TextRun[] })[] {
  return items.flatMap((item) => (item.kind === 'group' ? texts(item.items) : item.kind === 'text' ? [item] : []));
}

describe('a state', () => {
  it('shows its name above a rule and what it does below, inside its box', () => {
    const lines = texts(stage({ ...state, w, h }).draw('s0')).toSorted((a, b) => a.y - b.y);
    expect(lines.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual(['Draft', ...state.details]);
    expect(lines.map(({ y }) => y < header)).toEqual([true, false, false]);
    for (const { x, y, width } of lines) expect([x >= 0, x + width <= w, y < h]).toEqual([true, true, true]);
  });

  it('has letters that can be read in light and dark, on any of its colours', () => {
    for (const theme of [lightTheme, darkTheme]) {
      for (const fill of ['blue', 'yellow', '#ff0000', '#ffffff'] as const) {
        const [first] = texts(stage({ ...state, fill, w, h }).draw('s0', theme));
        const behind = theme.fill(fill, 'soft');
        expect(contrast(first?.runs[0]?.paint ?? behind, behind)).toBeGreaterThan(4.5);
      }
    }
  });

  it('is large enough for its name alone', () => {
    const alone = layoutState({ text: 'A' }, measure);
    expect([alone.w >= 60, alone.h >= 40, alone.details]).toEqual([true, true, []]);
  });
});
