import { afterEach, describe, expect, it, vi } from 'vitest';
import { modifiersOf } from './modifiers.ts';

describe('the modifier keys', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['MacIntel', 'metaKey'],
    ['iPad', 'metaKey'],
    ['Win32', 'ctrlKey'],
    ['Linux x86_64', 'ctrlKey'],
  ] as const)('stand for the command of %s', (platform, command) => {
    vi.stubGlobal('navigator', { platform });
    const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
    expect(modifiersOf({ ...none, [command]: true })).toEqual({ shift: false, alt: false, mod: true });
    const other = command === 'metaKey' ? 'ctrlKey' : 'metaKey';
    expect(modifiersOf({ ...none, [other]: true, shiftKey: true, altKey: true })).toEqual({ shift: true, alt: true, mod: false });
  });
});
