import { type DisplayList, darkTheme, lightTheme } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { shapeDefinitions } from './index.ts';
import { shapeSchema } from './testing/shape-schema.ts';
import { stage } from './testing/stage.ts';

const record = { id: 'sh_1', x: 0, y: 0, w: 10, h: 10, rotation: 0, parent_id: null, index: 'a0' };

function numbers(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : [];
}

describe('shape kinds', () => {
  it('accept new ones with their defaults', () => {
    for (const { type, defaults } of shapeDefinitions) {
      const result = shapeSchema.safeParse({ ...record, ...defaults, type });
      expect(result.error?.issues ?? [], type).toEqual([]);
    }
  });

  it('have names, letters and places in the toolbar of their own', () => {
    const tools = shapeDefinitions.flatMap(({ tool }) => tool ?? []);
    const unique = (values: readonly unknown[]) => expect(new Set(values).size).toBe(values.length);
    unique(shapeDefinitions.map(({ type }) => type));
    unique(tools.map(({ rank }) => rank));
    unique(tools.flatMap(({ key }) => key ?? []));
  });

  it('refuse what is no shape, with the place of the fault', () => {
    const faults = (change: object) =>
      shapeSchema.safeParse({ ...record, type: 'rectangle', ...change }).error?.issues.map(({ path }) => path.join('.'));
    expect(faults({})).toBeUndefined();
    expect(faults({ type: 'nonsense' })).toEqual(['type']);
    expect(faults({ x: Number.NaN })).toEqual(['x']);
    expect(faults({ w: -1 })).toEqual(['w']);
    expect(faults({ font_size: 73 })).toEqual(['font_size']);
    expect(faults({ fill: 'mauve' })).toEqual(['fill']);
    expect(faults({ start: { shape_id: 7 } })).toEqual(['start.shape_id']);
    expect(shapeSchema.safeParse('garbage').success).toBe(false);
  });

  it('draw finite numbers in both themes, however small the shape or wild its text', () => {
    for (const { type } of shapeDefinitions)
      for (const size of [0, 1, 40])
        for (const theme of [lightTheme, darkTheme]) {
          const list: DisplayList = stage({ type, w: size, h: size, text: 'a\n\u0000漢🎉‮x ' }).draw('s0', theme);
          expect(numbers(list).every(Number.isFinite), type).toBe(true);
        }
  });
});
