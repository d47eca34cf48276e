import type { TextMeasurer, TextStyle } from '@autograph/geometry';
import { faceMetrics } from './face-metrics.ts';
import { typefaces } from './fonts.ts';

const zeroWidthJoiner = 0x200d;

/** A measurer that answers from tables of the bundled fonts alone: the same numbers in every browser and on the server. */
export function createTextMeasurer(): TextMeasurer {
  return { width, lineHeight, ascent };
}

function width(line: string, style: TextStyle): number {
  const face = faceMetrics(style);
  let ems = 0;
  let joined = false;
  for (let i = 0; i < line.length; i++) {
    const code = line.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    if (!joined) ems += face.advance(code);
    joined = code === zeroWidthJoiner;
  }
  return ems * style.size;
}

function lineHeight(style: TextStyle): number {
  return typefaces[style.font].leading * style.size;
}

function ascent(style: TextStyle): number {
  const face = faceMetrics(style);
  const leading = typefaces[style.font].leading - face.ascent - face.descent;
  return (leading / 2 + face.ascent) * style.size;
}
