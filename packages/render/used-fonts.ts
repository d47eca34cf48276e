import type { DisplayList, TextRun } from './display-list.ts';
import { type FontFile, type FontSubset, faceOf, fontFiles } from './fonts.ts';

/** Which characters each font file holds, as CSS `unicode-range` (the ranges that the font packages publish). */
const unicodeRanges: Readonly<Record<FontSubset, string>> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0309,U+0323,U+1EA0-1EF9,U+20AB',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  cyrillic: 'U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
};

export function unicodeRange(subset: FontSubset): string {
  return unicodeRanges[subset];
}

/** The font files that the texts of a display list are set in. */
export function usedFontFiles(list: DisplayList): readonly FontFile[] {
  const characters = new Map<string, Set<number>>();
  eachRun(list, ({ text, style }) => {
    const face = faceOf(style);
    const codes = characters.get(face) ?? new Set();
    characters.set(face, codes);
    for (const char of text) codes.add(char.codePointAt(0) ?? 0);
  });
  return fontFiles().filter((file) => {
    const codes = characters.get(file.face);
    return codes !== undefined && [...codes].some((code) => holds(unicodeRanges[file.subset], code));
  });
}

/** Visits every stretch of text of a display list. */
export function eachRun(list: DisplayList, visit: (run: TextRun) => void): void {
  for (const item of list) {
    if (item.kind === 'text') item.runs.forEach(visit);
    if (item.kind === 'group') eachRun(item.items, visit);
  }
}

/** Whether a CSS `unicode-range` has a character. */
export function holds(ranges: string, code: number): boolean {
  return ranges.split(',').some((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-');
    return code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16);
  });
}
