import type { Block, Shape } from '@autograph/document';
import { contrast, createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { createBlockDeriver } from '../block-deriver.ts';

const names = ['default', 'base', 'dark', 'forest', 'neutral', 'neo', 'neo-dark', 'redux', 'redux-dark', 'redux-color', 'redux-dark-color'];

const place = { x: 40, y: 40, w: 100, h: 50 };
const flowchart = 'flowchart LR\n  subgraph g [Group]\n    a[One]\n  end\n  a -->|label| b[Two]\n  style b fill:#ff0000';

function shapesOf(source: string): ReadonlyMap<string, Shape> {
  const layout = { a: place, b: { ...place, x: 300 }, g: { x: 20, y: 20, w: 140, h: 90 } };
  const block: Block = { id: 'bl', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout };
  const { shapes } = createBlockDeriver(createTextMeasurer()).derive(block);
  return new Map(shapes.map((shape) => [shape.id.replace('bl/', ''), shape]));
}

const themed = (theme: string) => shapesOf(`---\nconfig:\n  theme: ${theme}\n---\n${flowchart}`);

describe('the themes of Mermaid’s configuration [F305]', () => {
  it('turn shapes green as forest does, and each into its own colours, by front matter or directive', () => {
    expect(themed('forest').get('a')).toMatchObject({ fill: '#cde498', fill_style: 'solid', stroke: '#13540c' });
    expect(shapesOf(`%%{init: {'theme': 'forest'}}%%\n${flowchart}`).get('a')).toEqual(themed('forest').get('a'));
    const looks = names.map((name) => {
      const { fill, stroke, text_color } = themed(name).get('a') ?? {};
      return JSON.stringify([fill, stroke, text_color]);
    });
    expect(new Set(looks).size).toBe(names.length);
    expect(looks).not.toContain(JSON.stringify([shapesOf(flowchart).get('a')?.fill, shapesOf(flowchart).get('a')?.stroke, undefined]));
  });

  it.each(names)('%s leaves the colours that the text gives, and its labels can be read', (name) => {
    const { fill, text_color } = themed(name).get('a') ?? {};
    expect(contrast(String(fill), String(text_color))).toBeGreaterThan(4.5);
    expect(themed(name).get('b')).toMatchObject({ fill: '#ff0000' });
  });

  it('yield to single variables', () => {
    const source = `%%{init: {"theme": "base", "themeVariables": {"primaryColor": "#123456", "lineColor": "tomato"}}}%%\n${flowchart}`;
    expect(shapesOf(source).get('a')?.fill).toBe('#123456');
    expect([...shapesOf(source).values()].find(({ type }) => type === 'arrow')?.stroke).toBe('#ff6347');
  });
});

it('draws by hand what asks for that look, and nothing else', () => {
  const looks = (source: string) => new Set([...shapesOf(source).values()].flatMap(({ origin, look }) => (origin ? [look] : [])));
  expect(looks(`---\nconfig:\n  look: handDrawn\n---\n${flowchart}`)).toEqual(new Set(['hand_drawn']));
  expect(looks(`%%{init: {"look": "handDrawn"}}%%\n${flowchart}`)).toEqual(new Set(['hand_drawn']));
  for (const source of [flowchart, `---\nconfig:\n  look: classic\n---\n${flowchart}`]) expect(looks(source)).toEqual(new Set([undefined]));
});
