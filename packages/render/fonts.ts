import type { FontFamily, TextStyle } from '@autograph/geometry';

/** A bundled typeface: one @fontsource package, cut into files by script. */
export interface Typeface {
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

export const typefaces: Readonly<Record<FontFamily, Typeface>> = {
  sans: {
    family: 'Inter',
    from: '@fontsource/inter',
    subsets: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'],
    italic: true,
    fallback: 'system-ui, sans-serif',
    leading: 1.3,
  },
  serif: {
    family: 'Source Serif 4',
    from: '@fontsource/source-serif-4',
    subsets: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'],
    italic: true,
    fallback: 'Georgia, serif',
    leading: 1.35,
  },
  mono: {
    family: 'JetBrains Mono',
    from: '@fontsource/jetbrains-mono',
    subsets: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'],
    italic: true,
    fallback: 'ui-monospace, monospace',
    leading: 1.4,
  },
  hand: {
    family: 'Caveat',
    from: '@fontsource/caveat',
    subsets: ['latin', 'latin-ext', 'cyrillic'],
    italic: false,
    fallback: 'cursive',
    leading: 1.2,
  },
};

/** Key of the face that a style is set in: family, weight and slant; a missing slant is the upright one, slanted by the painter. */
export function faceOf(style: TextStyle): string {
  const italic = style.italic && typefaces[style.font].italic;
  return `${style.font}${style.bold ? '-bold' : ''}${italic ? '-italic' : ''}`;
}

/** One font file of a face. */
export interface FontFile {
  readonly font: FontFamily;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly subset: FontSubset;
  /** Module path of the woff2 file: '@fontsource/inter/files/inter-latin-400-normal.woff2'. */
  readonly file: string;
}

/** Every bundled font file, most used first within its face. */
export function fontFiles(): readonly FontFile[] {
  const fonts: readonly FontFamily[] = ['sans', 'serif', 'mono', 'hand'];
  return fonts.flatMap((font) =>
    [false, true].flatMap((bold) =>
      (typefaces[font].italic ? [false, true] : [false]).flatMap((italic) =>
        typefaces[font].subsets.map((subset) => ({ font, bold, italic, subset, file: fileOf(font, bold, italic, subset) })),
      ),
    ),
  );
}

function fileOf(font: FontFamily, bold: boolean, italic: boolean, subset: FontSubset): string {
  const { from } = typefaces[font];
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
