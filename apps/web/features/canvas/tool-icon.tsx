import {
  ArrowUpRight,
  Circle,
  Diamond,
  Frame,
  Hand,
  Image,
  LassoSelect,
  type LucideIcon,
  Minus,
  MousePointer2,
  Pencil,
  Shapes,
  Square,
  StickyNote,
  Type,
} from 'lucide-react';

/** The icons that tools may ask for, by lucide's names. */
const icons: Readonly<Record<string, LucideIcon>> = {
  'arrow-up-right': ArrowUpRight,
  circle: Circle,
  diamond: Diamond,
  frame: Frame,
  hand: Hand,
  image: Image,
  'lasso-select': LassoSelect,
  minus: Minus,
  'mouse-pointer-2': MousePointer2,
  pencil: Pencil,
  square: Square,
  'sticky-note': StickyNote,
  type: Type,
};

export function ToolIcon({ name }: { name: string }) {
  const Icon = icons[name] ?? Shapes;
  return <Icon />;
}
