import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { DisplayList } from './display-list.ts';
import type { FontFile } from './fonts.ts';
import { usedScriptFiles } from './script-files.node.ts';
import { unicodeRange, usedFontFiles } from './used-fonts.ts';

const { resolve } = createRequire(import.meta.url);

/** The bytes of a bundled font file (woff2). */
export function readFontFile({ file }: Pick<FontFile, 'file'>): Uint8Array {
  return readFileSync(resolve(file));
}

/** `@font-face` rules with the fonts of a display list inside them: give it to `toSvg`, and the picture looks right anywhere. */
export function embeddedFontCss(list: DisplayList): string {
  const own = usedFontFiles(list).map(({ typeface, bold, italic, subset, file }) =>
    rule({ family: typeface.family, bold, italic, range: unicodeRange(subset), file }),
  );
  const others = usedScriptFiles(list).map(({ font, bold, range, file }) =>
    rule({ family: font.family, bold, italic: false, range, file }),
  );
  return [...own, ...others].join('');
}

const rules = new Map<string, string>();

interface FontRule {
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly range: string;
  readonly file: string;
}

function rule(font: FontRule): string {
  const known = rules.get(font.file);
  if (known) return known;
  const source = `data:font/woff2;base64,${Buffer.from(readFontFile(font)).toString('base64')}`;
  const css = [
    `@font-face{font-family:'${font.family}'`,
    `font-weight:${font.bold ? 700 : 400}`,
    `font-style:${font.italic ? 'italic' : 'normal'}`,
    `src:url(${source})format('woff2')`,
    `unicode-range:${font.range}}`,
  ].join(';');
  rules.set(font.file, css);
  return css;
}
