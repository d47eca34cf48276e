// Run after a font package changes: node packages/render/scripts/collect-advances.node.ts
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';
import { encodeAdvances, type FaceAdvances } from '../advance-code.ts';
import { type FontFile, fontFiles } from '../fonts.ts';

/** What gets into the tables: Latin, Vietnamese, Greek, Cyrillic, punctuation, currency and letter-like signs. The rest goes by rule. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2bb, 0x2dc],
  [0x370, 0x45f],
  [0x490, 0x491],
  [0x4b0, 0x4b1],
  [0x1ea0, 0x1ef9],
  [0x2000, 0x206f],
  [0x20a0, 0x20c0],
  [0x2100, 0x2bff],
  [0xfeff, 0xfeff],
  [0xfffd, 0xfffd],
] as const;

const { resolve } = createRequire(import.meta.url);
const wanted = (code: number) => ranges.some(([from, to]) => code >= from && code <= to);

function open(file: string): Font {
  const font = openSync(resolve(file));
  if (!('characterSet' in font)) throw new Error(`${file} is a collection`);
  return font;
}

function readFace(files: readonly FontFile[]): FaceAdvances {
  const fonts = files.map(({ file }) => open(file));
  const advances = new Map<number, number>();
  for (const font of fonts)
    for (const code of font.characterSet) {
      if (wanted(code) && !advances.has(code)) advances.set(code, font.glyphForCodePoint(code).advanceWidth);
    }
  const first = fonts[0];
  if (!first) throw new Error('a face without files');
  return { unitsPerEm: first.unitsPerEm, ascent: first.ascent, descent: -first.descent, advances };
}

/** Letters that join are about as wide as among their like: what is painted is fitted to that. */
function joinedAdvance(font: Font, code: number): number {
  const sign = String.fromCodePoint(code);
  return /\p{L}/u.test(sign)
    ? font.layout(sign.repeat(3), { mark: false, mkmk: false }).advanceWidth / 3
    : font.glyphForCodePoint(code).advanceWidth;
}

/** Arabic and Hebrew. */
function readScripts(bold: boolean): FaceAdvances {
  const unitsPerEm = 1000;
  const advances = new Map<number, number>();
  for (const [file, from, to] of [
    [`@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-${bold ? 700 : 400}-normal.woff2`, 0x600, 0x6ff],
    [`@fontsource/arimo/files/arimo-hebrew-${bold ? 700 : 400}-normal.woff2`, 0x590, 0x5ff],
  ] as const) {
    const font = open(file);
    for (const code of font.characterSet)
      if (code >= from && code <= to) advances.set(code, Math.round((joinedAdvance(font, code) / font.unitsPerEm) * unitsPerEm));
  }
  return { unitsPerEm, ascent: 0, descent: 0, advances };
}

const faces = Map.groupBy(fontFiles(), ({ face }) => face);
const all = [
  ...[...faces].map(([face, files]) => [face, readFace(files)] as const),
  ['scripts', readScripts(false)],
  ['scripts-bold', readScripts(true)],
] as const;
const lines = all.map(([face, advances]) => `  ${JSON.stringify(face)}: ${JSON.stringify(encodeAdvances(advances))},`);
writeFileSync(new URL('../advance-tables.json', import.meta.url), `{\n${lines.join('\n').replace(/,$/, '')}\n}\n`);
