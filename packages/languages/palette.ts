import type { Color, Shape } from '@autograph/document';

/** The colours of a diagram whose text names a theme. */
export interface Palette {
  readonly fill: Color;
  readonly border: Color;
  readonly text: Color;
  readonly line: Color;
  readonly groupFill: Color;
  readonly groupBorder: Color;
  readonly groupText: Color;
}

/** Shapes in the colours of a palette; what the text itself colours, which is always an exact colour, stays, and so do notes. */
export function inPalette(shapes: readonly Shape[], palette: Palette): readonly Shape[] {
  const groups = new Set(shapes.map(({ parent_id }) => parent_id));
  return shapes.map((shape) => {
    if (shape.start && shape.end)
      return { ...shape, ...own(shape, 'stroke', palette.line), ...(shape.text && own(shape, 'text_color', palette.line)) };
    if (shape.fill === 'yellow' && shape.stroke === 'yellow' && shape.type !== 'node') return shape;
    const isGroup = groups.has(shape.id) || shape.type === 'frame';
    const [fill, border, text] = isGroup
      ? [palette.groupFill, palette.groupBorder, palette.groupText]
      : [palette.fill, palette.border, palette.text];
    if (shape.fill === 'black') return { ...shape, fill: border };
    const filled = shape.fill === 'none' || isExact(shape.fill) ? {} : { fill, fill_style: 'solid' as const };
    return { ...shape, ...filled, ...own(shape, 'stroke', border), ...own(shape, 'text_color', text) };
  });
}

function isExact(color: Shape['fill']): boolean {
  return color?.startsWith('#') === true;
}

function own(shape: Shape, property: 'stroke' | 'text_color', color: Color): Partial<Shape> {
  const before = shape[property];
  return before === 'none' || isExact(before) ? {} : { [property]: color };
}
