import { expect, it } from 'vitest';
import { newest } from './newest.ts';

it('hands on nothing that was asked before what was handed on already', async () => {
  const answers = [1, 2, 3].map(() => Promise.withResolvers<string>());
  const waiting = [...answers];
  const taken: string[] = [];
  const read = newest(
    () => waiting.shift()?.promise ?? Promise.reject(new Error('asked too often')),
    (value) => taken.push(value),
  );
  const reads = answers.map(() => read());
  answers[1]?.resolve('second');
  await reads[1];
  answers[0]?.resolve('first');
  await reads[0];
  answers[2]?.resolve('third');
  await reads[2];
  expect(taken).toEqual(['second', 'third']);
});
