import { SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, expect, it, vi } from 'vitest';
import { testIdentity } from './testing/index.ts';
import { createTokens } from './tokens.ts';

const secret = 'a secret of more than thirty-two characters';
const open = async () => true;
const tokens = createTokens(secret, open);
const ada = testIdentity();
afterEach(() => void vi.useRealTimers());

it('knows a person by an access token of an open session', async () => {
  const token = await tokens.signAccessToken(ada);
  expect(await tokens.verifyAccessToken(token)).toEqual(ada);
  await expect(createTokens(secret, async () => false).verifyAccessToken(token)).rejects.toMatchObject({ code: 'invalid_token' });
});

it('refuses forged, unsigned, lapsed and foreign tokens', async () => {
  const key = new TextEncoder().encode(secret);
  const claims = { ...ada, iss: 'autograph', aud: 'autograph:api' };
  const lapsed = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('-1 minute').sign(key);
  const unsigned = new UnsecuredJWT(claims).setExpirationTime('1 hour').encode();
  const forged = await createTokens('another secret of thirty-two characters!', open).signAccessToken(ada);
  const service = await tokens.signServiceToken({ service: 'ai', identity: ada });
  await expect(tokens.verifyAccessToken(lapsed)).rejects.toMatchObject({ code: 'token_expired' });
  for (const token of [unsigned, forged, service, 'nonsense'])
    await expect(tokens.verifyAccessToken(token)).rejects.toMatchObject({ code: 'invalid_token' });
  await expect(tokens.verifyServiceToken(await tokens.signAccessToken(ada))).rejects.toMatchObject({ code: 'invalid_token' });
});

it('refuses a token that it has known once its time is over, or its session, however the clock was set meanwhile', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  let isOpen = true;
  const known = createTokens(secret, async () => isOpen);
  const token = await known.signAccessToken(ada);
  const call = await known.signServiceToken({ service: 'ai', identity: ada });
  expect(await known.verifyAccessToken(token)).toEqual(ada);
  expect(await known.verifyServiceToken(call)).toEqual({ service: 'ai', identity: ada });
  vi.setSystemTime(Date.now() - 7_200_000);
  expect(await known.verifyAccessToken(token)).toEqual(ada);
  vi.setSystemTime(Date.now() + 7_200_000 + 70_000);
  await expect(known.verifyServiceToken(call)).rejects.toMatchObject({ code: 'token_expired' });
  expect(await known.verifyAccessToken(token)).toEqual(ada);
  isOpen = false;
  await expect(known.verifyAccessToken(token)).rejects.toMatchObject({ code: 'invalid_token' });
  isOpen = true;
  vi.setSystemTime(Date.now() + 3_600_000);
  await expect(known.verifyAccessToken(token)).rejects.toMatchObject({ code: 'token_expired' });
  await expect(known.verifyAccessToken(call)).rejects.toMatchObject({ code: 'invalid_token' });
});
