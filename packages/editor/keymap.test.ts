import { describe, expect, it } from 'vitest';
import { chordOf } from './index.ts';
import { drive } from './testing/driver.ts';

describe('keys', () => {
  it('run another command once a person gave it to them, and no longer the old one [F197]', () => {
    const driver = drive();
    driver.editor.setKeys({ tool_rectangle: ['q'] });
    expect(driver.press('r').editor.tool).toBe('select');
    expect(driver.press('q').editor.tool).toBe('rectangle');
    expect(driver.editor.keymap.keysOf('tool_rectangle')).toEqual(['q']);
    expect(driver.editor.keymap.keysOf('tool_ellipse')).toEqual(['o']);
    driver.editor.setKeys({});
    expect(driver.press('v').press('r').editor.tool).toBe('rectangle');
  });

  it('may be none', () => {
    const driver = drive();
    driver.editor.setKeys({ delete: [] });
    driver.press('r').drag([0, 0], [50, 50]).press('Delete');
    expect(driver.shapes).toHaveLength(1);
  });

  it('name the question mark as such wherever a layout has it', () => {
    const plain = { shift: false, alt: false, mod: false };
    expect(chordOf({ key: '?', code: 'Slash', modifiers: { ...plain, shift: true } })).toBe('?');
    expect(chordOf({ key: '?', code: 'Minus', modifiers: { ...plain, shift: true, mod: true } })).toBe('mod+?');
    expect(chordOf({ key: '/', code: 'Slash', modifiers: plain })).toBe('/');
  });
});
