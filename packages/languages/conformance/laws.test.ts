import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { createBlockDeriver } from '../block-deriver.ts';
import { detectLanguage } from '../registry.ts';
import { actKinds, actOf } from '../testing/acts.ts';
import { holdsLaw } from '../testing/edit-law.ts';
import { placedBlock } from '../testing/placed-block.ts';
import { nativeTypes } from './native-types.ts';
import { documentedSources, widerSources } from './sources.node.ts';

const deriver = createBlockDeriver(createTextMeasurer());
const sources = [...documentedSources(), ...widerSources()];

describe.each(nativeTypes)('acts on the board of every %s source at hand', (wanted) => {
  it('say just what was done, by the smallest patch, and nothing else moves; or are refused with a reason', () => {
    let written = 0;
    for (const [number, { type, text }] of sources.entries()) {
      const language = type === wanted ? detectLanguage('mermaid', text) : undefined;
      if (!language?.parse(text).ok) continue;
      const block = placedBlock(deriver, 'mermaid', text);
      // Each source a few, all of them in turn.
      for (const at of [number, number + 4, number + 9]) {
        const kind = actKinds[at % actKinds.length] ?? 'rename';
        const act = actOf(block, deriver, { kind, a: number * 7 + at, b: number * 3 + at });
        if (act && holdsLaw(deriver, language, block, act) === undefined) written += 1;
      }
    }
    expect(written).toBeGreaterThan(40);
  });
});
