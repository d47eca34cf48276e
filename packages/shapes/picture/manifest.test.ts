import { darkTheme } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { shapeSchema } from '../testing/shape-schema.ts';
import { stage } from '../testing/stage.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';

describe('picture', () => {
  it('shows its drawing or its upload, cut to its rounded corners', () => {
    expect(stage({ type: 'picture', svg }).draw('s0')).toMatchObject([{ kind: 'image', source: { kind: 'svg', svg } }]);
    expect(stage({ type: 'picture', asset: 'up_1' }).draw('s0')).toMatchObject([{ kind: 'image', source: { kind: 'asset', id: 'up_1' } }]);
    expect(stage({ type: 'picture', svg, radius: 8 }).draw('s0')).toMatchObject([{ kind: 'group', items: [{ kind: 'image' }] }]);
  });

  it('shows what it has for the dark theme there, else what it always shows', () => {
    const dark = svg.replace('/>', ' class="dark"/>');
    const shown = (own: object) => stage({ type: 'picture', svg, ...own }).draw('s0', darkTheme);
    expect(shown({ svg_dark: dark })).toMatchObject([{ source: { svg: dark } }]);
    expect(shown({})).toMatchObject([{ source: { svg } }]);
  });

  it('shows its place while it has no picture', () => {
    expect(stage({ type: 'picture' }).draw('s0')).toMatchObject([{ kind: 'path' }]);
  });

  it('refuses drawings of more than four million characters', () => {
    const record = stage({ type: 'picture', svg: 'x'.repeat(4_000_001) }).shape('s0');
    expect(shapeSchema.safeParse(record).error?.issues[0]?.path).toEqual(['svg']);
  });
});
