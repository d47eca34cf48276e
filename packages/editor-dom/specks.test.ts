import { drive } from '@autograph/editor/testing/driver.ts';
import type { CanvasContext } from '@autograph/render';
import { expect, it } from 'vitest';
import { createSpecks } from './specks.ts';

/** What is filled on a context: colour, strength and box. */
function canvas() {
  const filled: (string | number)[][] = [];
  const context: Pick<CanvasContext, 'globalAlpha' | 'fillStyle' | 'fillRect'> = {
    globalAlpha: 1,
    fillStyle: '',
    fillRect(x, y, w, h) {
      filled.push([String(this.fillStyle), this.globalAlpha, x, y, w, h]);
    },
  };
  return { context, filled };
}

it('paints what is too small to be told as its colours, in its place, and hidden shapes not at all', () => {
  const driver = drive().press('r').drag([100, 100], [200, 160]);
  const { editor } = driver;
  const [id = ''] = editor.selection;
  const specks = createSpecks(editor);
  expect([specks.isSpeck(id, 1), specks.isSpeck(id, 0.1), specks.isSpeck(id, 0.04)]).toEqual([false, false, true]);
  const { context, filled } = canvas();
  specks.paint(context, id, 0.04);
  expect(filled.map(([, , ...box]) => box)).toEqual(filled.map(() => [100, 100, 100, 60]));
  expect(filled.length).toBeGreaterThan(0);
  editor.updateShapes([{ id, change: { hidden: true } }]);
  const after = canvas();
  specks.paint(after.context, id, 0.04);
  expect(after.filled).toEqual([]);
});
