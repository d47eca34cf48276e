import type { TextStyle } from '@autograph/geometry';
import { decodeAdvances, type FaceAdvances } from './advance-code.ts';
import { emsByRule } from './advance-rules.ts';
import tables from './advance-tables.json' with { type: 'json' };
import { faceOf } from './fonts.ts';

/** Metrics of one face, in ems. */
export interface FaceMetrics {
  readonly ascent: number;
  readonly descent: number;
  /** Whether the bundled font has the character. */
  has(code: number): boolean;
  advance(code: number): number;
}

const encodedFaces = new Map(Object.entries(tables));
const faces = new Map<string, FaceMetrics>();

/** The metrics of the face that a style is set in; decoded on first use. */
export function faceMetrics(style: TextStyle): FaceMetrics {
  const key = faceOf(style);
  const known = faces.get(key);
  if (known) return known;
  const face = decodeFace(key, style.bold ? 'scripts-bold' : 'scripts');
  faces.set(key, face);
  return face;
}

/** Code points below this are answered from a flat table. */
const tableSize = 0x2c00;

function decode(key: string): FaceAdvances {
  const encoded = encodedFaces.get(key);
  if (!encoded) throw new Error(`no advance table of face ${key}`);
  return decodeAdvances(encoded);
}

/** What the face lacks comes from the fonts of other scripts, and what they lack by rule. */
function decodeFace(key: string, scripts: string): FaceMetrics {
  const { unitsPerEm, ascent, descent, advances } = decode(key);
  const others = decode(scripts);
  const table = new Float64Array(tableSize);
  for (let code = 0; code < tableSize; code++) {
    const [own, other] = [advances.get(code), others.advances.get(code)];
    table[code] = own !== undefined ? own / unitsPerEm : other !== undefined ? other / others.unitsPerEm : emsByRule(code);
  }
  return {
    ascent: ascent / unitsPerEm,
    descent: descent / unitsPerEm,
    has: (code) => advances.has(code),
    advance: (code) => table[code] ?? emsByRule(code),
  };
}
