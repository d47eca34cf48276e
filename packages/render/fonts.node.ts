import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { DisplayList } from './display-list.ts';
import type { FontFile } from './fonts.ts';
import { unicodeRange, usedFontFiles } from './used-fonts.ts';

const { resolve } = createRequire(import.meta.url);

/** The bytes of a bundled font file (woff2). */
export function readFontFile({ file }: Pick<FontFile, 'file'>): Uint8Array {
  return readFileSync(resolve(file));
}

/** `@font-face` rules with the fonts of a display list inside them: give it to `toSvg`, and the picture looks right anywhere. */
export function embeddedFontCss(list: DisplayList): string {
  return usedFontFiles(list).map(rule).join('');
}

const rules = new Map<string, string>();

function rule(font: FontFile): string {
  const known = rules.get(font.file);
  if (known) return known;
  const source = `data:font/woff2;base64,${Buffer.from(readFontFile(font)).toString('base64')}`;
  const css = [
    `@font-face{font-family:'${font.typeface.family}'`,
    `font-weight:${font.bold ? 700 : 400}`,
    `font-style:${font.italic ? 'italic' : 'normal'}`,
    `src:url(${source})format('woff2')`,
    `unicode-range:${unicodeRange(font.subset)}}`,
  ].join(';');
  rules.set(font.file, css);
  return css;
}
