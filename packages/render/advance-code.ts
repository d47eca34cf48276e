/** Metrics of one face, in font units. */
export interface FaceAdvances {
  readonly unitsPerEm: number;
  readonly ascent: number;
  /** Positive, below the baseline. */
  readonly descent: number;
  /** Advance width by code point. */
  readonly advances: ReadonlyMap<number, number>;
}

/** A face as text: `[unitsPerEm, ascent, descent, first code point, advances of it and its followers, first code point, …]`. */
export type EncodedFace = readonly (string | number)[];

/** Printable ASCII without the quote and the backslash: two of them hold 0..8463. */
const digits = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i))
  .filter((char) => char !== '"' && char !== '\\')
  .join('');

/** Two characters an advance, one string a run of consecutive code points. */
export function encodeAdvances({ unitsPerEm, ascent, descent, advances }: FaceAdvances): EncodedFace {
  const encoded: (string | number)[] = [unitsPerEm, ascent, descent];
  let run = '';
  let previous = -2;
  for (const [code, advance] of [...advances].sort(([a], [b]) => a - b)) {
    if (code !== previous + 1) {
      if (run) encoded.push(run);
      encoded.push(code);
      run = '';
    }
    run += `${digits[Math.floor(advance / digits.length)]}${digits[advance % digits.length]}`;
    previous = code;
  }
  return [...encoded, run];
}

export function decodeAdvances(encoded: EncodedFace): FaceAdvances {
  const [unitsPerEm, ascent, descent, ...runs] = encoded;
  const advances = new Map<number, number>();
  let code = 0;
  for (const run of runs) {
    if (typeof run === 'number') code = run;
    else
      for (let i = 0; i < run.length; i += 2)
        advances.set(code++, digits.indexOf(run.charAt(i)) * digits.length + digits.indexOf(run.charAt(i + 1)));
  }
  return { unitsPerEm: Number(unitsPerEm), ascent: Number(ascent), descent: Number(descent), advances };
}
