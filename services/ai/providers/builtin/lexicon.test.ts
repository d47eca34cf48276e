import { iconEntries } from '@autograph/icons/library.node.ts';
import { describe, expect, it } from 'vitest';
import { lexicon } from './lexicon.ts';

describe('lexicon', () => {
  it('names only icons that the library has', () => {
    const known = new Set(iconEntries().map(({ id }) => id));
    expect(lexicon.flatMap(({ component }) => (component.icon && !known.has(component.icon) ? [component.icon] : []))).toEqual([]);
  });

  it('has each component once', () => {
    const ids = lexicon.map(({ component }) => component.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
