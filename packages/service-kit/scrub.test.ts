import { DrizzleQueryError } from '@autograph/database/query.ts';
import { expect, it } from 'vitest';
import { describeError, scrub } from './scrub.ts';

it('leaves the values of a statement out, whatever stands in them', () => {
  const cause = Object.assign(new Error('duplicate key'), { code: '23505' });
  const error = new DrizzleQueryError('insert into notes values ($1, $2)', ['one\nhunter2', 'two\n    at hunter3'], cause);
  const told = describeError(error);
  expect(told).toMatchObject({ message: 'Failed query: insert into notes values ($1, $2)', cause: { code: '23505' } });
  expect(told.stack).toMatch(/scrub\.test\.ts/);
  expect(JSON.stringify(told)).not.toMatch(/hunter/);
});

it('leaves them out of a text as well, up to the stack', () => {
  expect(scrub('Failed query: select $1\nparams: one\nhunter2\n    at here')).toBe('Failed query: select $1\n    at here');
  expect(scrub('Failed query: select $1\nparams: one\nhunter2')).toBe('Failed query: select $1');
});
