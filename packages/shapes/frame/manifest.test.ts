import { paletteColors } from '@autograph/document';
import { describe, expect, it } from 'vitest';
import { stage } from '../testing/stage.ts';

describe('frame', () => {
  it('draws a tinted ground with its title at the top', () => {
    expect(stage({ type: 'frame', w: 400, h: 280, text: 'Backend Services' }).svg('s0')).toMatchSnapshot();
  });

  it('comes in eight colours', () => {
    const borders = paletteColors.map((stroke) => /stroke="(#\w+)"/.exec(stage({ type: 'frame', stroke }).svg('s0'))?.[1]);
    expect(new Set(borders).size).toBe(8);
  });

  it('holds other shapes', () => {
    expect(stage().definition('frame').container).toBe(true);
  });
});
