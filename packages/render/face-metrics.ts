import type { TextStyle } from '@autograph/geometry';
import { decodeAdvances } from './advance-code.ts';
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
  const face = decodeFace(key);
  faces.set(key, face);
  return face;
}

/** Code points below this are answered from a flat table. */
const tableSize = 0x2c00;

function decodeFace(key: string): FaceMetrics {
  const encoded = encodedFaces.get(key);
  if (!encoded) throw new Error(`no advance table of face ${key}`);
  const { unitsPerEm, ascent, descent, advances } = decodeAdvances(encoded);
  const table = new Float64Array(tableSize);
  for (let code = 0; code < tableSize; code++) {
    const advance = advances.get(code);
    table[code] = advance === undefined ? emsByRule(code) : advance / unitsPerEm;
  }
  return {
    ascent: ascent / unitsPerEm,
    descent: descent / unitsPerEm,
    has: (code) => advances.has(code),
    advance: (code) => table[code] ?? emsByRule(code),
  };
}
