// Run after a font package changes: node packages/render/scripts/collect-advances.node.ts
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openSync } from 'fontkit';
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

function readFace(files: readonly FontFile[]): FaceAdvances {
  const fonts = files.map(({ file }) => {
    const font = openSync(resolve(file));
    if (!('characterSet' in font)) throw new Error(`${file} is a collection`);
    return font;
  });
  const advances = new Map<number, number>();
  for (const font of fonts)
    for (const code of font.characterSet) {
      if (wanted(code) && !advances.has(code)) advances.set(code, font.glyphForCodePoint(code).advanceWidth);
    }
  const first = fonts[0];
  if (!first) throw new Error('a face without files');
  return { unitsPerEm: first.unitsPerEm, ascent: first.ascent, descent: -first.descent, advances };
}

const faces = Map.groupBy(fontFiles(), ({ face }) => face);
const lines = [...faces].map(([face, files]) => `  ${JSON.stringify(face)}: ${JSON.stringify(encodeAdvances(readFace(files)))},`);
writeFileSync(new URL('../advance-tables.json', import.meta.url), `{\n${lines.join('\n').replace(/,$/, '')}\n}\n`);
