import { expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

it('never leads to another site after signing in', () => {
  expect(['/f/1', '//evil.example', '/\\evil.example', 'https://evil.example', null].map(safeNext)).toEqual(['/f/1', '/', '/', '/', '/']);
});

it.each(['/\t/evil.example', '/\n\\evil.example', '/.//evil.example', '/a/..//evil.example', '/.\\\\evil.example', '/%2e//evil.example'])(
  'leads nowhere else by what a browser reads out of %j',
  (next) => {
    const there = new URL(safeNext(next), 'https://graph.example');
    expect([there.origin, new URL(there.pathname, there).origin]).toEqual(['https://graph.example', 'https://graph.example']);
  },
);
