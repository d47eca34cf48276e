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

export const lineLooks: readonly SelectOption<'clean' | 'hand_drawn'>[] = [
  { value: 'clean', label: 'Clean' },
  { value: 'hand_drawn', label: 'Hand-drawn' },
];

export const fonts: Choices<'font'> = [
  { value: 'sans', label: 'Sans' },
  { value: 'serif', label: 'Serif' },
  { value: 'mono', label: 'Mono' },
  { value: 'hand', label: 'Hand-drawn' },
  { value: 'arial', label: 'Arial', note: 'Arimo' },
  { value: 'helvetica', label: 'Helvetica', note: 'Arimo' },
  { value: 'times', label: 'Times New Roman', note: 'Tinos' },
  { value: 'courier', label: 'Courier', note: 'Cousine' },
];

export const routes: readonly SelectOption<Route>[] = [
  { value: 'straight', label: 'Straight' },
  { value: 'curved', label: 'Curved' },
  { value: 'orthogonal', label: 'Right angles' },
];

export const headNames: Readonly<Record<ArrowHead, string>> = {
  none: 'None',
  arrow: 'Arrow',
  triangle: 'Triangle',
  triangle_open: 'Open triangle',
  circle: 'Circle',
  circle_open: 'Open circle',
  circle_plus: 'Circle with a plus',
  diamond: 'Diamond',
  diamond_open: 'Open diamond',
  bar: 'Bar',
  cross: 'Cross',
  one: 'One',
  only_one: 'Exactly one',
  zero_or_one: 'None or one',
  many: 'Many',
  one_or_many: 'One or many',
  zero_or_many: 'None or many',
};
