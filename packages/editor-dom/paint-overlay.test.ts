import type { Editor } from '@autograph/editor';
import { type Driver, drive, testEditor } from '@autograph/editor/testing/driver.ts';
import { darkTheme, lightTheme, mixColors, type Theme } from '@autograph/render';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { paintOverlay } from './paint-overlay.ts';

const [width, height] = [800, 500];

/** What is painted over a board in this moment: the colour of each px, as `#rrggbb`. */
function painted({ overlay, camera }: Editor, theme: Theme = lightTheme) {
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = theme.background;
  context.fillRect(0, 0, width, height);
  paintOverlay(context, camera, overlay, null, theme);
  const { data } = context.getImageData(0, 0, width, height);
  const hex = (at: number) => `#${[0, 1, 2].map((part) => (data[at + part] ?? 0).toString(16).padStart(2, '0')).join('')}`;
  const pixel = (x: number, y: number) => hex((y * width + x) * 4);
  return {
    pixel,
    /** Where a colour is in a column of px, and in a row. */
    column: (x: number, colour: string) => Array.from({ length: height }, (_, y) => y).filter((y) => pixel(x, y) === colour),
    row: (y: number, colour: string) => Array.from({ length: width }, (_, x) => x).filter((x) => pixel(x, y) === colour),
  };
}

const span = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

/** Boxes by their place and size, none selected, with snapping to shapes. */
function boxes(...places: readonly (readonly [number, number, number, number])[]): Driver {
  const driver = drive(testEditor());
  for (const [x, y, w, h] of places) driver.press('r').drag([x, y], [x + w, y + h]);
  driver.editor.changeSettings({ snapToShapes: true });
  return driver.press('Escape');
}

describe.each([lightTheme, darkTheme])('over a board in $id', (theme) => {
  const faint = mixColors(theme.background, theme.accent, 0.55);

  it('guides are hairlines through the whole view where they stand, the picked one is twice as broad and stronger [F219]', () => {
    const { editor } = drive(testEditor());
    editor.changeBoard({
      guides: [
        { id: 'gd_1', axis: 'x', at: 150 },
        { id: 'gd_2', axis: 'y', at: 100.3 },
      ],
    });
    editor.setCamera({ x: 50, y: 20, zoom: 2 });
    const seen = painted(editor, theme);
    expect(seen.row(0, faint)).toEqual([200]);
    expect(seen.column(0, faint)).toEqual([161]);
    expect(seen.column(200, faint)).toEqual(span(0, height));
    expect(seen.row(161, faint)).toEqual(span(0, width));
    editor.focusGuide('gd_1');
    const picked = painted(editor, theme);
    expect(picked.row(0, theme.accent)).toEqual([200, 201]);
    expect(picked.row(0, faint)).toEqual([]);
    expect(picked.column(0, faint)).toEqual([161]);
  });

  it('what a drag snaps to is joined by a hairline, at any zoom and place of the camera', () => {
    const driver = boxes([100, 100, 100, 60], [400, 300, 90, 60]);
    driver.editor.setCamera({ x: 20, y: 10, zoom: 1.5 });
    const at = (x: number, y: number): [number, number] => [(x - 20) * 1.5, (y - 10) * 1.5];
    driver.dragTo(at(445, 330), at(148, 330));
    expect(driver.editor.overlay.snapLines).toEqual([{ from: { x: 150, y: 100 }, to: { x: 150, y: 360 } }]);
    const seen = painted(driver.editor, theme);
    // Between the two boxes is nothing but the line.
    expect(seen.row(300, theme.accent)).toEqual([195]);
    expect(seen.column(195, theme.accent)).toEqual(expect.arrayContaining(span(140, 430)));
    driver.up();
    expect(painted(driver.editor, theme).row(300, theme.accent)).toEqual([]);
  });

  it('equal gaps are lines between the shapes with a stroke at each end and their length on a plate', () => {
    const driver = boxes([0, 100, 100, 60], [160, 100, 100, 60], [500, 300, 100, 60]);
    driver.dragTo([550, 330], [373, 126]);
    expect(driver.editor.overlay.gaps.map(({ from, to }) => [from.x, to.x, from.y])).toEqual([
      [100, 160, 130],
      [260, 320, 130],
    ]);
    const seen = painted(driver.editor, theme);
    for (const [from, to] of [
      [100, 160],
      [260, 320],
    ] as const) {
      const middle = (from + to) / 2;
      expect(seen.row(130, theme.accent)).toEqual(expect.arrayContaining(span(from + 1, middle - 15)));
      expect(seen.column(from, theme.accent)).toEqual(expect.arrayContaining(span(127, 134)));
      expect(seen.column(from + 6, theme.accent).filter((y) => y > 110 && y < 150)).toEqual([130]);
      // A plate around the number, which is written in white.
      expect(seen.column(middle - 9, theme.accent)).toEqual(expect.arrayContaining(span(123, 137)));
      expect(span(middle - 8, middle + 8).some((x) => seen.column(x, '#ffffff').some((y) => y > 122 && y < 138))).toBe(true);
    }
  });

  it('measured distances are whole lines, what they are measured to is dashed', () => {
    const driver = boxes([100, 100, 100, 60], [300, 250, 100, 100]).click([150, 130]);
    driver.hold({ alt: true }).move([350, 300]);
    const seen = painted(driver.editor, theme);
    const across = seen.row(130, theme.accent).filter((x) => x > 270 && x < 290);
    expect(across).toEqual(span(271, 290));
    const dashes = span(150, 156).map((y) => seen.pixel(300, y));
    expect(dashes).toEqual(expect.arrayContaining([theme.accent, theme.background]));
    expect(span(210, 216).map((y) => seen.pixel(300, y))).toEqual(dashes);
  });
});
