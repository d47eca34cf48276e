import { describe, expect, it } from 'vitest';
import type { Editor } from './editor.ts';
import { drive, seeded, testEditor } from './testing/driver.ts';
import { handOf } from './testing/hand.ts';
import { invariantsOf } from './testing/invariants.ts';
import { randomAct } from './testing/random-act.ts';
import { differences } from './testing/scene-form.ts';

function records({ document }: Editor) {
  return Object.fromEntries([...document.shapes, ...document.blocks]);
}

describe('random gestures', () => {
  for (let seed = 1; seed <= 12; seed++) {
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
      expect(records(driver.editor)).toEqual({});
      while (steps-- > 0) driver.editor.redo();
      expect(differences(records(driver.editor), end)).toEqual([]);
    });
  }
});
