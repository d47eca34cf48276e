import { darkTheme, lightTheme } from '@autograph/render';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { paintGrid } from './paint-grid.ts';

const width = 400;

describe.each([lightTheme, darkTheme])('the grid in $id', (theme) => {
  /** Where a row of the picture that crosses only upright lines differs from the background, px. */
  function linesAt(zoom: number): number[] {
    const context = createCanvas(width, 40).getContext('2d');
    context.fillStyle = theme.background;
    context.fillRect(0, 0, width, 40);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    context.scale(zoom, zoom);
    paintGrid(context, { x: 0, y: 0, w: width / zoom, h: 40 / zoom }, 20, zoom, 1, theme);
    const row = context.getImageData(0, 10, width, 1).data;
    return Array.from({ length: width }, (_, x) => x).filter(
      (x) => row[x * 4] !== red || row[x * 4 + 1] !== green || row[x * 4 + 2] !== blue,
    );
  }

  it('shows lines of one pixel at the pitch of its step [F215]', () => {
    expect(linesAt(1)).toEqual(Array.from({ length: 20 }, (_, i) => i * 20));
    expect(linesAt(2)).toEqual(Array.from({ length: 10 }, (_, i) => i * 40));
  });

  it('shows every fifth line alone where all would be too dense', () => {
    expect(linesAt(0.5)).toEqual(Array.from({ length: 8 }, (_, i) => i * 50));
  });
});
