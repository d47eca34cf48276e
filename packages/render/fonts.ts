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

/** A font for scripts and signs that no typeface has: for every typeface the same, cut into files by characters. */
export interface ScriptFont {
  readonly family: string;
  /** Package of the font files; its unicode.json says which file has which characters, where `range` does not. */
  readonly from: string;
  /** Only this file of the package. */
  readonly only?: string;
  /** What that file has, as CSS `unicode-range`. */
  readonly range?: string;
  readonly bold: boolean;
  /** The file with all of it, for painters that cannot draw the parts. */
  readonly whole?: string;
}

/** Emoji in colour, Arabic, Hebrew, Han and kana, Hangul; arrows, mathematical and technical signs. */
export const scriptFonts: readonly ScriptFont[] = [
  { family: 'Noto Color Emoji', from: '@fontsource/noto-color-emoji', bold: false, whole: 'noto-color-emoji-emoji-400-normal.woff2' },
  { family: 'Noto Sans Arabic', from: '@fontsource/noto-sans-arabic', only: 'arabic', bold: true },
  { family: 'Arimo', from: '@fontsource/arimo', only: 'hebrew', bold: true },
  { family: 'Noto Sans SC', from: '@fontsource/noto-sans-sc', bold: false },
  { family: 'Noto Sans KR', from: '@fontsource/noto-sans-kr', bold: false },
  { family: 'Noto Sans Math', from: '@fontsource/noto-sans-math', only: 'latin', range: 'U+2000-2BFF,U+1D400-1D7FF', bold: false },
  { family: 'Noto Emoji', from: '@fontsource/noto-emoji', only: 'emoji', range: 'U+2190-2BFF', bold: false },
];

const scriptFamilies = scriptFonts.map(({ family }) => `"${family}"`).join(', ');

/** CSS `font-family` value: the bundled face, the bundled fonts of other scripts, then what a machine may have. */
export function cssFontFamily(font: FontFamily): string {
  const { family, fallback } = typefaces[font];
  return `"${family}", ${scriptFamilies}, ${fallback}`;
}
