import type { Shape } from '@autograph/document';
import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { rectanglePath, roundedRectanglePath } from '@autograph/geometry';
import { type DrawItem, mixColors, placedTextItems, placeText, readableOn, textItems } from '@autograph/render';
import { z } from 'zod';
import { strokeOf } from '../appearance.ts';
import { type ClassShape, layoutClass, memberInset, titleStyle } from '../class-compartments.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';
import { members } from './members.ts';

const member = z.strictObject({ text: z.string().max(4_000), abstract: z.boolean().optional(), static: z.boolean().optional() });
const memberList = z.array(member).max(1_000);

const corner = 6;
const outline = (shape: Shape) => roundedRectanglePath(localBox(shape), shape.radius ?? corner);

function titleBox(shape: ClassShape, { measure }: Pick<DrawContext, 'measure'>) {
  const { header } = layoutClass(shape.text ?? '', shape, measure);
  return { x: 0, y: header.title, w: shape.w, h: Math.max(0, Math.min(shape.h, header.h) - header.title - 8) };
}

/** A class of a class diagram: stereotype and name, attributes, methods. */
export const manifest: ShapeDefinition<ClassShape> = {
  type: 'class-box',
  label: 'Class',
  schema: recordSchema('class-box', {
    stereotypes: z.array(z.string().max(400)).max(100),
    attributes: memberList,
    methods: memberList,
    compact: z.boolean().optional(),
  }),
  defaults: { w: 140, h: 38, stereotypes: [], attributes: [], methods: [] },
  resizable: false,
  rotatable: false,
  bindable: true,
  container: false,
  lists: members,
  fields: ['fill', 'stroke', 'stroke_width', 'stroke_style', 'look', 'opacity', 'text_color'],
  outline,
  draw: drawClass,
  filled: () => true,
  spoken: ({ text, stereotypes, attributes, methods }) =>
    [...stereotypes, text ?? '', counted(attributes.length, 'attribute'), counted(methods.length, 'method')].join(', '),
  textBox: titleBox,
};

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function drawClass(shape: ClassShape, context: DrawContext): readonly DrawItem[] {
  const { theme, measure } = context;
  const { header, compartments } = layoutClass(shape.text ?? '', shape, measure);
  const tint = shape.fill === 'none' ? theme.background : theme.fill(shape.fill ?? 'blue', shape.fill_style === 'solid' ? 'solid' : 'soft');
  const surface = theme.fill(undefined, 'soft');
  const stroke = strokeOf(shape, theme, 'grey');
  const rule = mixColors(theme.stroke(shape.stroke === 'none' ? 'grey' : (shape.stroke ?? 'grey')), surface, 0.45);
  const headerHeight = compartments.length > 0 ? header.h : shape.h;
  const paint = shape.text_color ? theme.stroke(shape.text_color) : readableOn(tint, theme);
  const title = placeText(shape, titleBox(shape, context), context, { style: titleStyle(shape), paint, valign: 'top' });
  const inside: DrawItem[] = [
    { kind: 'path', path: rectanglePath({ x: 0, y: 0, w: shape.w, h: headerHeight }), fill: tint },
    ...compartments.flatMap(({ y, lines }): readonly DrawItem[] => [
      {
        kind: 'path',
        path: [
          ['M', 0, y],
          ['L', shape.w, y],
        ],
        stroke: { paint: rule, width: 1 },
      },
      ...lines.flatMap((line) => textItems(line.layout, { paint: theme.text, x: memberInset, y: line.y })),
    ]),
  ];
  return [
    { kind: 'path', path: outline(shape), fill: surface },
    { kind: 'group', clip: outline(shape), items: inside },
    ...(stroke ? [{ kind: 'path', path: outline(shape), stroke } as const] : []),
    ...header.stereotypes.flatMap(({ y, layout }) => textItems(layout, { paint, x: (shape.w - layout.width) / 2, y })),
    ...placedTextItems(title, theme),
  ];
}
