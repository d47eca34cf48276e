import { expect, it } from 'vitest';
import { relativeTime } from './relative-time.ts';

it('speaks of a moment in the largest unit that fits', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');
  const ago = (seconds: number) => relativeTime(now - seconds * 1000, now);
  expect([ago(2), ago(40), ago(120), ago(7200), ago(86_400), ago(40 * 86_400), ago(800 * 86_400)]).toEqual([
    'just now',
    '40 seconds ago',
    '2 minutes ago',
    '2 hours ago',
    'yesterday',
    'last month',
    '2 years ago',
  ]);
});
