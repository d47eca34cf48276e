import { describe, expect, it } from 'vitest';
import type { Editor } from './editor.ts';
import { drive, seeded, testEditor } from './testing/driver.ts';
import { handOf } from './testing/hand.ts';
import { invariantsOf } from './testing/invariants.ts';
import { randomAct } from './testing/random-act.ts';
import { differences } from './testing/scene-form.ts';

/** How many sessions are run, and which is the first: see `CONTRIBUTING.md`. */
const { FUZZ_RUNS = '12', FUZZ_SEED = '1' } = process.env;
const seeds = Array.from({ length: Number(FUZZ_RUNS) }, (_, i) => Number(FUZZ_SEED) + i);

function records({ document }: Editor) {
  const { background, guides = [] } = document.board;
  return Object.fromEntries([
    ['background', background],
    ...guides.map((guide) => [guide.id, guide]),
    ...document.shapes,
    ...document.blocks,
  ]);
}

describe('random gestures', () => {
  for (const seed of seeds) {
    it(`keep the document whole, and undo to the start and redo to the end (seed ${seed}) [F194][F195]`, () => {
      const driver = drive(testEditor({ random: seeded(seed * 7919) }));
      const hand = handOf(driver, seeded(seed));
      const log: string[] = [];
      for (let i = 0; i < 120; i++) {
        log.push(randomAct(hand));
        expect(invariantsOf(driver.editor), log.slice(-4).join(', ')).toEqual([]);
      }
      driver.editor.cancelGesture();
      driver.editor.commitText();
      const end = records(driver.editor);
      let steps = 0;
      while (driver.editor.canUndo) {
        driver.editor.undo();
        steps++;
        expect(invariantsOf(driver.editor), `undo ${steps}`).toEqual([]);
      }
      expect(records(driver.editor)).toEqual({ background: undefined });
      while (steps-- > 0) driver.editor.redo();
      expect(differences(records(driver.editor), end)).toEqual([]);
    });
  }
});
