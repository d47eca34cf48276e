import type { Block } from '@autograph/document';
import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSource } from './format-source.ts';
import { createBlockDeriver, type Language } from './index.ts';
import { actKinds, actOf, choices, isLine } from './testing/acts.ts';
import { holdsLaw } from './testing/edit-law.ts';
import { placedBlock } from './testing/placed-block.ts';
import { randomLanguages } from './testing/random-languages.ts';

const deriver = createBlockDeriver(createTextMeasurer());
const placed = (language: Language, source: string): Block => placedBlock(deriver, language.family, source);

/** What a diagram says, whatever its things are called: kinds and words, what joins what and what lies in what, by their order. */
function meaning(block: Block): readonly string[] {
  const shapes = deriver.derive(block).shapes.filter(({ origin }) => origin);
  const place = new Map(shapes.map(({ id }, at) => [id, at]));
  const at = (id: string | null | undefined) => (id === null || id === undefined ? -1 : (place.get(id) ?? -1));
  return shapes.map((shape) => {
    const { type, text = '', start, end, parent_id } = shape;
    return [type, text, ...(isLine(shape) ? [at(start?.shape_id), at(end?.shape_id)] : []), at(parent_id)].join('|');
  });
}

describe.each(await randomLanguages())('$language.label, at random', ({ language, random }) => {
  it('is read, and the same when it is printed tidily; printing that again changes nothing', () => {
    fc.assert(
      fc.property(random.sources, (source) => {
        expect(language.detect(source), source).toBe(true);
        const parsed = language.parse(source);
        expect(parsed.ok ? [] : parsed.diagnostics, source).toEqual([]);
        const printed = formatSource(language.family, source);
        expect(formatSource(language.family, printed), printed).toBe(printed);
        expect(meaning(placed(language, printed)), `${source}\n----\n${printed}`).toEqual(meaning(placed(language, source)));
      }),
      { numRuns: 40 },
    );
  });

  it('says after an act on the board just what was done, by the smallest patch, remarks untouched, and nothing else moves; or the act is refused with a reason', () => {
    const done = new Map<string, number>();
    fc.assert(
      fc.property(random.sources, choices, (source, choice) => {
        const block = placed(language, source);
        const act = actOf(block, deriver, choice);
        if (act && holdsLaw(deriver, language, block, act) === undefined) done.set(act.kind, (done.get(act.kind) ?? 0) + 1);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 200), seed: Number(process.env.FUZZ_SEED ?? 3) },
    );
    expect([...done.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
    expect(actKinds.filter((kind) => done.has(kind)).length).toBeGreaterThan(4);
  });
});
