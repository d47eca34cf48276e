import { createTokens } from '@autograph/service-kit';
import { testIdentity } from '@autograph/service-kit/testing/index.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createIntroductions } from './caller.ts';

const tokens = createTokens('a secret of more than thirty-two characters', async () => true);
const introduce = createIntroductions({ tokens, name: 'gateway' });
const ada = testIdentity();

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

it('introduces a caller with the same token for a while, which outlasts the longest request that shows it', async () => {
  const first = await introduce(ada);
  vi.setSystemTime(Date.now() + 29_000);
  expect(await introduce(ada)).toBe(first);
  vi.setSystemTime(Date.now() + 599_000);
  expect(await tokens.verifyServiceToken(first)).toEqual({ service: 'gateway', identity: ada });
  expect(await introduce(ada)).not.toBe(first);
  vi.setSystemTime(Date.now() + 60_000);
  await expect(tokens.verifyServiceToken(first)).rejects.toMatchObject({ code: 'token_expired' });
});

it('introduces who has another role, or another session, anew at once', async () => {
  const first = await introduce(ada);
  const promoted = { ...ada, role: 'admin' as const };
  const token = await introduce(promoted);
  expect((await tokens.verifyServiceToken(token)).identity).toEqual(promoted);
  expect(new Set([first, token, await introduce({ ...ada, session_id: 'another' })]).size).toBe(3);
});

it('does not go on with one that was made before the clock was set back', async () => {
  const first = await introduce(ada);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(await introduce(ada)).not.toBe(first);
});
