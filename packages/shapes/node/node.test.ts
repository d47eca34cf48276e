import { pathBounds } from '@autograph/geometry';
import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutLabel } from './label.ts';
import { markdownPieces } from './markdown.ts';
import { nodeLabel, nodeSize, nodeTextBox } from './node-shape.ts';
import { nodeOutline, outlineNames } from './outlines/index.ts';

const measure = createTextMeasurer();
const style = { font: 'sans', size: 14 } as const;

describe('diagram nodes', () => {
  it.each(outlineNames)('draws “%s” within its box, with room for its label', (outline) => {
    for (const text of ['A', 'Order service', 'A rather long label that needs more than a single line to be read']) {
      const size = nodeSize({ outline, text }, measure);
      const bounds = pathBounds(nodeOutline(outline).path(size)) ?? { x: 0, y: 0, w: 0, h: 0 };
      expect(bounds.x).toBeGreaterThanOrEqual(-6);
      expect(bounds.y).toBeGreaterThanOrEqual(-6);
      expect(bounds.x + bounds.w).toBeLessThanOrEqual(size.w + 6);
      expect(bounds.y + bounds.h).toBeLessThanOrEqual(size.h + 6);
      if (nodeOutline(outline).mute) continue;
      const label = nodeLabel({ outline, text }, measure);
      const shape = { id: 's', type: 'node', x: 0, y: 0, ...size, rotation: 0, parent_id: null, index: 'a', outline, text };
      expect(nodeTextBox(shape).h).toBeGreaterThanOrEqual(Math.min(label.h, size.h));
      expect(size.w).toBeGreaterThanOrEqual(label.w);
    }
  });

  it('reads bold and italics, and loses no letter', () => {
    expect(markdownPieces('The **cat** in *the* hat')).toEqual([
      { text: 'The ' },
      { text: 'cat', bold: true },
      { text: ' in ' },
      { text: 'the', italic: true },
      { text: ' hat' },
    ]);
    fc.assert(
      fc.property(fc.stringMatching(/^[ab *_]{0,20}$/), (text) => {
        const bare = (value: string) => value.replace(/[*_]/g, '');
        expect(
          bare(
            markdownPieces(text)
              .map((piece) => piece.text)
              .join(''),
          ),
        ).toBe(bare(text));
      }),
    );
  });

  it('wraps at the width that it is given', () => {
    const label = layoutLabel('one two three **four five** six seven eight nine ten', style, measure, 100, true);
    expect(label.lines.length).toBeGreaterThan(2);
    expect(label.w).toBeLessThanOrEqual(100);
  });
});
