import type { FontFamily, TextStyle } from '@autograph/geometry';

/** A bundled typeface: one @fontsource package, cut into files by script. */
export interface Typeface {
  readonly id: string;
  /** CSS family name, the same as in the package's style sheets. */
  readonly family: string;
  /** Package of the font files. */
  readonly from: string;
  /** Most used first. */
  readonly subsets: readonly FontSubset[];
  readonly italic: boolean;
  /** What a machine without the font shows instead. */
  readonly fallback: string;
  /** Distance between baselines in ems. */
  readonly leading: number;
}

export type FontSubset = 'latin' | 'latin-ext' | 'vietnamese' | 'greek' | 'cyrillic';

const european: readonly FontSubset[] = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'];

/** As wide, letter by letter, as Arial and Helvetica, which nobody may pass on. */
const arimo: Typeface = {
  id: 'arimo',
  family: 'Arimo',
  from: '@fontsource/arimo',
  subsets: european,
  italic: true,
  fallback: 'Arial, Helvetica, sans-serif',
  leading: 1.25,
};

/** The typeface that each name in the font list is drawn in. */
export const typefaces: Readonly<Record<FontFamily, Typeface>> = {
  sans: {
    id: 'sans',
    family: 'Inter',
    from: '@fontsource/inter',
    subsets: european,
    italic: true,
    fallback: 'system-ui, sans-serif',
    leading: 1.3,
  },
  serif: {
    id: 'serif',
    family: 'Source Serif 4',
    from: '@fontsource/source-serif-4',
    subsets: european,
    italic: true,
    fallback: 'Georgia, serif',
    leading: 1.35,
  },
  mono: {
    id: 'mono',
    family: 'JetBrains Mono',
    from: '@fontsource/jetbrains-mono',
    subsets: european,
    italic: true,
    fallback: 'ui-monospace, monospace',
    leading: 1.4,
  },
  hand: {
    id: 'hand',
    family: 'Caveat',
    from: '@fontsource/caveat',
    subsets: ['latin', 'latin-ext', 'cyrillic'],
    italic: false,
    fallback: 'cursive',
    leading: 1.2,
  },
  arial: arimo,
  helvetica: arimo,
  times: {
    id: 'tinos',
    family: 'Tinos',
    from: '@fontsource/tinos',
    subsets: european,
    italic: true,
    fallback: "'Times New Roman', Times, serif",
    leading: 1.25,
  },
  courier: {
    id: 'cousine',
    family: 'Cousine',
    from: '@fontsource/cousine',
    subsets: european,
    italic: true,
    fallback: "'Courier New', Courier, monospace",
    leading: 1.25,
  },
};

/** Key of the face that a style is set in: typeface, weight and slant; a missing slant is the upright one, slanted by the painter. */
export function faceOf({ font, bold = false, italic = false }: TextStyle): string {
  return faceKey(typefaces[font], bold, italic && typefaces[font].italic);
}

function faceKey({ id }: Typeface, bold: boolean, italic: boolean): string {
  return `${id}${bold ? '-bold' : ''}${italic ? '-italic' : ''}`;
}

/** One font file of a face. */
export interface FontFile {
  readonly typeface: Typeface;
  /** As `faceOf` gives it. */
  readonly face: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly subset: FontSubset;
  /** Module path of the woff2 file: '@fontsource/inter/files/inter-latin-400-normal.woff2'. */
  readonly file: string;
}

/** Every bundled font file, most used first within its face. */
export function fontFiles(): readonly FontFile[] {
  return [...new Set(Object.values(typefaces))].flatMap((typeface) =>
    [false, true].flatMap((bold) =>
      (typeface.italic ? [false, true] : [false]).flatMap((italic) =>
        typeface.subsets.map((subset) => {
          const file = fileOf(typeface, bold, italic, subset);
          return { typeface, face: faceKey(typeface, bold, italic), bold, italic, subset, file };
        }),
      ),
    ),
  );
}

function fileOf({ from }: Typeface, bold: boolean, italic: boolean, subset: FontSubset): string {
  const name = from.slice('@fontsource/'.length);
  return `${from}/files/${name}-${subset}-${bold ? 700 : 400}-${italic ? 'italic' : 'normal'}.woff2`;
}

/** CSS `font-family` value: the bundled face, then what a machine may have in its place. */
export function cssFontFamily(font: FontFamily): string {
  const { family, fallback } = typefaces[font];
  return `"${family}", ${fallback}`;
}

/** A font for what no typeface has, on machines that may have no fonts at all: the server. */
export interface FallbackFont {
  readonly family: string;
  /** Module path of the woff2 file. */
  readonly file: string;
}

/** Arrows, mathematical and technical signs; emoji in one colour. */
export const fallbackFonts: readonly FallbackFont[] = [
  { family: 'Noto Sans Math', file: '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2' },
  { family: 'Noto Emoji', file: '@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff2' },
];
