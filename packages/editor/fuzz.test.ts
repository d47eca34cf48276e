import { describe, expect, it } from 'vitest';
import { drive, seeded, testEditor } from './testing/driver.ts';
import { invariantsOf } from './testing/invariants.ts';
import { randomAct } from './testing/random-act.ts';

describe('random gestures', () => {
  for (let seed = 1; seed <= 12; seed++) {
    it(`keep the document whole, and undo to the start and redo to the end (seed ${seed}) [F194][F195]`, () => {
      const random = seeded(seed);
      const driver = drive(testEditor({ random: seeded(seed * 7919) }));
      const log: string[] = [];
      for (let i = 0; i < 120; i++) {
        log.push(randomAct(driver, random));
        expect(invariantsOf(driver.editor), log.slice(-4).join(', ')).toEqual([]);
      }
      driver.editor.cancelGesture();
      driver.editor.commitText();
      const end = [...driver.editor.document.shapes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      let steps = 0;
      while (driver.editor.canUndo) {
        driver.editor.undo();
        steps++;
        expect(invariantsOf(driver.editor), `undo ${steps}`).toEqual([]);
      }
      expect([...driver.editor.document.shapes.values()]).toEqual([]);
      while (driver.editor.canRedo) driver.editor.redo();
      expect([...driver.editor.document.shapes.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(end);
    });
  }
});
