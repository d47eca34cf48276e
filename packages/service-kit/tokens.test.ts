import { SignJWT, UnsecuredJWT } from 'jose';
import { expect, it } from 'vitest';
import { testIdentity } from './testing/index.ts';
import { createTokens } from './tokens.ts';

const secret = 'a secret of more than thirty-two characters';
const open = async () => true;
const tokens = createTokens(secret, open);
const ada = testIdentity();

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
