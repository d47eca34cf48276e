import { createRequire } from 'node:module';
import type { TextStyle } from '@autograph/geometry';
import { faceOf, fontFiles } from '@autograph/render';
import { openSync } from 'fontkit';

const require = createRequire(import.meta.url);

interface Face {
  readonly path: string;
  readonly has: (codePoint: number) => boolean;
}

const faces = new Map<string, readonly Face[]>();

function open(path: string): Face {
  const font = openSync(path);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${path} is a font collection`);
  return { path, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
}

function facesOf(style: TextStyle): readonly Face[] {
  const key = faceOf(style);
  const known = faces.get(key);
  if (known) return known;
  const opened = fontFiles()
    .filter(({ face }) => face === key)
    // fontkit cannot subset the composite glyphs of a woff2; the same face stands beside it as woff.
    .map((file) => open(require.resolve(file.file.replace(/2$/, ''))));
  faces.set(key, opened);
  return opened;
}

/** Cuts a text where the font file changes: each part with the path of the file that has its letters. */
export function fontSegments(text: string, style: TextStyle): { text: string; path: string }[] {
  const candidates = facesOf(style);
  const segments: { text: string; path: string }[] = [];
  for (const letter of text) {
    const last = segments.at(-1);
    const face = candidates.find(({ has }) => has(letter.codePointAt(0) ?? 0)) ?? candidates[0];
    if (!face) continue;
    if (last?.path === face.path) last.text += letter;
    else segments.push({ text: letter, path: face.path });
  }
  return segments;
}
