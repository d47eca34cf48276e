import { contrast, darkTheme } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { readPicture } from './picture.ts';

const sources = {
  pie: 'pie title Traffic\n  "Search" : 42\n  "Direct" : 28',
  journey: 'journey\n  title My day\n  section Work\n    Make tea: 5: Me',
  quadrant: 'quadrantChart\n  title Reach\n  x-axis Low --> High\n  y-axis Low --> High\n  quadrant-1 Expand\n  A: [0.3, 0.6]',
  sankey: 'sankey-beta\n\nCoal,Power,30\nGas,Power,20',
  zenuml: 'zenuml\n  A.method()',
};

const colour = /#[0-9a-f]{6}\b/g;

describe.each(Object.entries(sources))('the picture of %s', (_, source) => {
  const read = readPicture(source);
  if (!read.ok) throw new Error('it is drawn');
  const { svg, svgDark } = read.model;

  it('is the same drawing in other colours on dark boards', () => {
    expect(svgDark).not.toBe(svg);
    expect(svgDark.replace(colour, '#')).toBe(svg.replace(colour, '#'));
    expect(svg + svgDark).not.toContain('var(');
  });

  it('has a card there that is no lamp, and letters that are read on it', () => {
    const [card = ''] = /(?<=<rect [^>]*fill=")#[0-9a-f]{6}/.exec(svgDark) ?? [];
    expect(contrast(card, darkTheme.background)).toBeLessThan(1.5);
    const letters = [...svgDark.matchAll(/<(?:svg|text) [^>]*fill="(#[0-9a-f]{6})"/g)].map(([, paint = '']) => paint);
    for (const paint of letters.filter((paint) => paint !== card)) expect(contrast(paint, card)).toBeGreaterThan(4.5);
  });
});
