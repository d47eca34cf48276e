import { paletteColors } from '@autograph/document';
import { contrast, darkTheme, lightTheme } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { stage } from '../testing/stage.ts';

describe('sticky note', () => {
  it('is a coloured square with a shadow', () => {
    expect(stage({ type: 'sticky', text: 'Remember' }).svg('s0')).toMatchSnapshot();
  });

  it('can be read in every colour and both themes', () => {
    for (const theme of [lightTheme, darkTheme])
      for (const fill of paletteColors) {
        const items = stage({ type: 'sticky', fill, text: 'x' }).draw('s0', theme);
        const [paper, text] = items.slice(-2);
        if (paper?.kind !== 'path' || text?.kind !== 'text') throw new Error('a note ends with its paper and its text');
        expect(contrast(paper.fill ?? '', text.runs[0]?.paint ?? '')).toBeGreaterThanOrEqual(4.5);
      }
  });
});
