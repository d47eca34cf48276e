import { drive, testEditor } from '@autograph/editor/testing/driver.ts';
import { flatten, nearestOnPath } from '@autograph/geometry';
import { describe, expect, it } from 'vitest';
import { shapeDefinitions } from '../registry.ts';

/** A frame with three rectangles one below another, each with an arrow to one rectangle on the right. */
function board(route: 'straight' | 'curved' | 'orthogonal') {
  const driver = drive(testEditor({ shapes: shapeDefinitions }));
  driver.press('f').drag([100, 100], [400, 500]);
  for (const y of [160, 260, 360]) driver.press('r').drag([150, y], [250, y + 60]);
  driver.press('r').drag([700, 260], [800, 320]).press('Escape');
  driver.editor.setNextStyle({ route });
  for (const y of [190, 290, 390]) driver.press('a').drag([200, y], [750, 290]);
  const { editor } = driver;
  const frame = driver.shape('frame').id;
  const arrows = driver.shapes.filter(({ type }) => type === 'arrow').map(({ id }) => id);
  const fold = () => {
    editor.select([frame]);
    editor.run('toggle_collapsed');
  };
  const ways = () => arrows.map((id) => flatten(editor.scene.pageOutline(id) ?? [])[0]?.points ?? []);
  return { driver, editor, frame, arrows, fold, ways };
}

describe.each(['straight', 'curved', 'orthogonal'] as const)('%s arrows from what is folded away', (route) => {
  it('begin beside each other at the outline of the folded frame, and return when it is unfolded', () => {
    const { editor, frame, fold, ways } = board(route);
    const before = ways();
    fold();
    const outline = editor.scene.pageOutline(frame) ?? [];
    const starts = ways().map(([first]) => first ?? { x: 0, y: 0 });
    for (const start of starts) expect(nearestOnPath(outline, start)?.distance).toBeLessThan(6);
    const ys = starts.map(({ x, y }) => Math.round(x + y));
    expect(new Set(ys).size).toBe(3);
    fold();
    expect(ways()).toEqual(before);
  });
});
