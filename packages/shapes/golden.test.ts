import { readdirSync } from 'node:fs';
import { arrowHeads } from '@autograph/document';
import type { ShapeDefinition } from '@autograph/editor';
import { darkTheme, lightTheme, type Theme } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { outlineNames } from './node/outlines/index.ts';
import { shapeDefinitions } from './registry.ts';
import { stage } from './testing/stage.ts';

type Sample = Readonly<Record<string, unknown>>;

const connected: Sample = { w: 0, h: 0, start: { x: 0, y: 0 }, end: { x: 160, y: 60 } };

/** What is drawn of a kind: as it comes, with words, and in every look that its panel offers. */
function samplesOf({ type, defaults, fields, tool, textBox }: ShapeDefinition): Readonly<Record<string, Sample>> {
  const has = (field: (typeof fields)[number]) => fields.includes(field);
  const plain: Sample =
    tool?.gesture === 'line'
      ? connected
      : tool?.gesture === 'freehand'
        ? {
            w: 60,
            h: 30,
            points: [
              [0, 0, 0.5],
              [20, 30, 0.8],
              [60, 10, 0.4],
            ],
          }
        : { w: defaults.w ?? 120, h: defaults.h ?? 80 };
  return {
    plain,
    ...(textBox && { 'with words': { ...plain, text: 'Two words' } }),
    ...(has('stroke_style') && { dashed: { ...plain, stroke_style: 'dashed', stroke_width: 3, stroke: 'red' } }),
    ...(has('fill_style') && {
      hatched: { ...plain, fill: 'green', fill_style: 'hatch' },
      solid: { ...plain, fill: 'blue', fill_style: 'solid' },
    }),
    ...(has('shadow') && { 'with a shadow': { ...plain, shadow: { x: 2, y: 4, blur: 8, color: 'black' } } }),
    ...(has('route') && Object.fromEntries(['straight', 'curved', 'orthogonal'].map((route) => [route, { ...plain, route }]))),
    ...(has('end_head') &&
      Object.fromEntries(arrowHeads.map((head) => [`head ${head}`, { ...plain, start_head: 'none', end_head: head }]))),
    ...(type === 'node' && Object.fromEntries(outlineNames.map((outline) => [`outline ${outline}`, { ...plain, outline, text: 'Node' }]))),
  };
}

function drawn(type: string, name: string, sample: Sample, theme: Theme): string {
  return `## ${name}, ${theme.id}\n${stage({ type, ...sample }).svg('s0', theme)}\n`;
}

describe('what is drawn of each kind of shape', () => {
  it.each(shapeDefinitions.map((definition) => [definition.type, definition] as const))('%s', async (type, definition) => {
    const samples = Object.entries(samplesOf(definition));
    const [first] = samples;
    const light = samples.map(([name, sample]) => drawn(type, name, sample, lightTheme));
    const dark = first ? [drawn(type, first[0], first[1], darkTheme)] : [];
    await expect([...light, ...dark].join('\n')).toMatchFileSnapshot(`./golden/${type}.txt`);
  });

  it('is kept for nothing else', () => {
    const kept = readdirSync(new URL('./golden/', import.meta.url)).map((file) => file.replace('.txt', ''));
    expect(kept.sort()).toEqual(shapeDefinitions.map(({ type }) => type).sort());
  });
});
