import type { ArrowHead, Route, Shape } from '@autograph/document';
import type { SelectOption } from '@/components/ui/select.tsx';

type Choices<K extends keyof Shape> = readonly SelectOption<NonNullable<Shape[K]> & string>[];

export const fillStyles: Choices<'fill_style'> = [
  { value: 'solid', label: 'Solid' },
  { value: 'soft', label: 'Soft' },
  { value: 'hatch', label: 'Hatched' },
  { value: 'none', label: 'None' },
];

export const strokeStyles: Choices<'stroke_style'> = [
  { value: 'solid', label: 'Solid' },
  { value: 'dashed', label: 'Dashed' },
  { value: 'dotted', label: 'Dotted' },
];

export const fonts: Choices<'font'> = [
  { value: 'sans', label: 'Sans' },
  { value: 'serif', label: 'Serif' },
  { value: 'mono', label: 'Mono' },
  { value: 'hand', label: 'Hand-drawn' },
];

export const routes: readonly SelectOption<Route>[] = [
  { value: 'straight', label: 'Straight' },
  { value: 'curved', label: 'Curved' },
  { value: 'orthogonal', label: 'Right angles' },
];

export const arrowHeads: readonly SelectOption<ArrowHead>[] = [
  { value: 'none', label: 'None' },
  { value: 'arrow', label: 'Arrow' },
  { value: 'triangle', label: 'Triangle' },
  { value: 'triangle_open', label: 'Open triangle' },
  { value: 'circle', label: 'Circle' },
  { value: 'circle_open', label: 'Open circle' },
  { value: 'diamond', label: 'Diamond' },
  { value: 'diamond_open', label: 'Open diamond' },
  { value: 'bar', label: 'Bar' },
  { value: 'cross', label: 'Cross' },
  { value: 'one', label: 'One' },
  { value: 'only_one', label: 'Exactly one' },
  { value: 'zero_or_one', label: 'None or one' },
  { value: 'many', label: 'Many' },
  { value: 'one_or_many', label: 'One or many' },
  { value: 'zero_or_many', label: 'None or many' },
];
