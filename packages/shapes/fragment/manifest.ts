import type { Shape } from '@autograph/document';
import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { type Path, roundedRectanglePath } from '@autograph/geometry';
import { type DrawItem, layoutText, mixColors, textItems, withAlpha } from '@autograph/render';
import { z } from 'zod';
import { type FragmentShape, fragmentTab, guardStyle, keywordStyle, tabWidth } from '../fragment-tab.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

const outline = (shape: Shape) => roundedRectanglePath(localBox(shape), 6);

export const manifest: ShapeDefinition<FragmentShape> = {
  type: 'fragment',
  label: 'Fragment',
  schema: recordSchema('fragment', {
    keyword: z.string().max(40),
    sections: z.array(z.strictObject({ y: z.number().min(0).max(1e6), text: z.string().max(4_000) })).max(1_000),
  }),
  defaults: { w: 240, h: 120, keyword: 'loop', sections: [] },
  resizable: false,
  rotatable: false,
  bindable: false,
  container: false,
  fields: ['stroke', 'opacity'],
  outline,
  draw: (shape, context) => drawFragment(shape, context),
  filled: () => false,
  textBox: (shape, { measure }) => {
    const x = tabWidth(shape.keyword, measure) + 8;
    return { x, y: 2, w: Math.max(40, shape.w - x - 8), h: fragmentTab.h };
  },
};

function drawFragment(shape: FragmentShape, { theme, measure }: DrawContext): readonly DrawItem[] {
  const color = shape.stroke === undefined || shape.stroke === 'none' ? 'purple' : shape.stroke;
  const line = mixColors(theme.stroke(color), theme.background, 0.35);
  const tab = tabWidth(shape.keyword, measure);
  const keyword = layoutText(shape.keyword, keywordStyle, { measure, width: tab, align: 'center' });
  const guard = (text: string, x: number, y: number) => {
    const layout = layoutText(text, guardStyle, { measure, width: Math.max(40, shape.w - x - 8) });
    const ground: DrawItem = {
      kind: 'path',
      path: roundedRectanglePath({ x: x - 3, y: y - 1, w: layout.width + 6, h: layout.height + 2 }, 3),
      fill: withAlpha(theme.background, 0.92),
    };
    return text ? [ground, ...textItems(layout, { paint: theme.text, x, y })] : [];
  };
  return [
    { kind: 'path', path: outline(shape), stroke: { paint: line, width: 1.25 } },
    { kind: 'path', path: tabPath(tab), fill: theme.fill(color, 'soft'), stroke: { paint: line, width: 1.25 } },
    ...textItems(keyword, { paint: theme.stroke(color), x: 0, y: (fragmentTab.h - keyword.height) / 2 }),
    ...guard(shape.text ?? '', tab + 10, (fragmentTab.h - measure.lineHeight(guardStyle)) / 2),
    ...shape.sections.flatMap(({ y, text }): readonly DrawItem[] => [
      { kind: 'path', path: rule(y, shape.w), stroke: { paint: line, width: 1.25, dash: [5, 4] } },
      ...guard(text, 12, y + 6),
    ]),
  ];
}

function rule(y: number, w: number): Path {
  return [
    ['M', 0, y],
    ['L', w, y],
  ];
}

/** The keyword's pentagon: a box without its lower right corner. */
function tabPath(w: number): Path {
  const { h, cut } = fragmentTab;
  return [['M', 0, h], ['L', 0, 6], ['Q', 0, 0, 6, 0], ['L', w, 0], ['L', w, h - cut], ['L', w - cut, h], ['Z']];
}
