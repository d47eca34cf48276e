import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { DisplayList } from './display-list.ts';
import { faceMetrics } from './face-metrics.ts';
import { type ScriptFont, scriptFonts } from './fonts.ts';
import { eachRun, holds } from './used-fonts.ts';

const { resolve } = createRequire(import.meta.url);

/** One file of a font for other scripts. */
export interface ScriptFile {
  readonly font: ScriptFont;
  readonly bold: boolean;
  /** CSS `unicode-range`. */
  readonly range: string;
  /** Module path of the woff2 file. */
  readonly file: string;
}

/** CSS `unicode-range` by part of the font. */
function rangesOf({ from, only, range }: ScriptFont): Readonly<Record<string, string>> {
  return only !== undefined && range !== undefined ? { [only]: range } : JSON.parse(readFileSync(resolve(`${from}/unicode.json`), 'utf8'));
}

let known: readonly ScriptFile[] | undefined;

function scriptFiles(): readonly ScriptFile[] {
  known ??= scriptFonts.flatMap((font) => {
    const ranges = rangesOf(font);
    const name = font.from.slice('@fontsource/'.length);
    return Object.entries(ranges)
      .map(([subset, range]) => ({ subset: subset.replace(/[[\]]/g, ''), range }))
      .filter(({ subset }) => font.only === undefined || subset === font.only)
      .flatMap(({ subset, range }) =>
        (font.bold ? [false, true] : [false]).map((bold) => {
          const file = `${font.from}/files/${name}-${subset}-${bold ? 700 : 400}-normal.woff2`;
          return { font, bold, range, file };
        }),
      );
  });
  return known;
}

/** The files that have a character, the preferred first. */
function scriptFilesWith(code: number, bold: boolean): readonly ScriptFile[] {
  return scriptFiles().filter((file) => file.bold === (bold && file.font.bold) && holds(file.range, code));
}

/** The files for those characters of a display list that its typefaces do not have. */
export function usedScriptFiles(list: DisplayList): readonly ScriptFile[] {
  const files = new Set<ScriptFile>();
  const seen = new Set<string>();
  eachRun(list, ({ text, style }) => {
    const { has } = faceMetrics(style);
    for (const char of text) {
      const code = char.codePointAt(0) ?? 0;
      const key = `${char}${style.bold ? ' bold' : ''}`;
      if (seen.has(key) || has(code)) continue;
      seen.add(key);
      for (const file of scriptFilesWith(code, style.bold ?? false)) files.add(file);
    }
  });
  return [...files];
}
