import { afterEach, describe, expect, it, vi } from 'vitest';
import { readableKeys } from './platform.ts';

describe('keys as they are read', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['MacIntel', 'mod+shift+z', ['⌘', '⇧', 'Z']],
    ['MacIntel', 'mod+alt+ArrowUp', ['⌘', '⌥', '↑']],
    ['Win32', 'mod+shift+z', ['Ctrl', 'Shift', 'Z']],
    ['Win32', 'mod++', ['Ctrl', '+']],
    ['Linux x86_64', 'Escape', ['Esc']],
  ])('on %s: %s', (platform, keys, read) => {
    vi.stubGlobal('navigator', { platform });
    expect(readableKeys(keys)).toEqual(read);
  });
});
