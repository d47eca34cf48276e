import { expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

it('never leads to another site after signing in', () => {
  expect(['/f/1', '//evil.example', '/\\evil.example', 'https://evil.example', null].map(safeNext)).toEqual(['/f/1', '/', '/', '/', '/']);
});
