import { expect, it } from 'vitest';
import { isEnabled } from './flags.ts';

const users = Array.from({ length: 1000 }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
const on = (percent: number, overrides: Record<string, boolean> = {}) =>
  users.filter((user) => isEnabled('ai_generation', { ai_generation: { percent, overrides } }, user));

it('switches a feature on for about a share of a thousand accounts, the same ones each time, and more of them when the share grows [F053]', () => {
  expect([on(0).length, on(100).length]).toEqual([0, 1000]);
  for (const percent of [10, 50]) {
    expect(on(percent).length).toBeGreaterThan(percent * 10 - 45);
    expect(on(percent).length).toBeLessThan(percent * 10 + 45);
    expect(on(percent)).toEqual(on(percent));
  }
  expect(on(50)).toEqual(expect.arrayContaining(on(10)));
});

it('decides for one account whatever the share is [F053]', () => {
  const [first = '', second = ''] = users;
  expect(on(0, { [first]: true })).toEqual([first]);
  expect(on(100, { [second]: false })).toHaveLength(999);
});

it('is on for all while nobody has said anything, where the feature says so', () => {
  expect(users.every((user) => isEnabled('ai_generation', {}, user))).toBe(true);
});
