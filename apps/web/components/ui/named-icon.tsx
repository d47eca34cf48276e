import {
  ArrowUpRight,
  Braces,
  Circle,
  Diamond,
  FileCode2,
  FileImage,
  FileText,
  FileType2,
  Frame,
  Hand,
  Image,
  ImageDown,
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

/** The icons that tools and export formats may ask for, by lucide's names. */
const icons: Readonly<Record<string, LucideIcon>> = {
  'arrow-up-right': ArrowUpRight,
  braces: Braces,
  circle: Circle,
  diamond: Diamond,
  'file-code-2': FileCode2,
  'file-image': FileImage,
  'file-text': FileText,
  'file-type-2': FileType2,
  frame: Frame,
  hand: Hand,
  image: Image,
  'image-down': ImageDown,
  'lasso-select': LassoSelect,
  minus: Minus,
  'mouse-pointer-2': MousePointer2,
  pencil: Pencil,
  square: Square,
  'sticky-note': StickyNote,
  type: Type,
};

export function NamedIcon({ name }: { name: string }) {
  const Icon = icons[name] ?? Shapes;
  return <Icon />;
}
