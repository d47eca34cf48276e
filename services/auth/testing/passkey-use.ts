import type { Authenticator } from './authenticator.ts';
import type { Answer, TestAuth } from './start-auth.ts';

interface Use {
  readonly verified: boolean;
}

interface Addition extends Use {
  readonly password: string;
}

/** The cookies of an answer as a browser sends them back. */
const cookieOf = ({ cookies }: Answer): string => cookies.map((each) => each.split(';')[0]).join('; ');

/** Adds a passkey of a device to the account of an access token. */
export async function addPasskey(
  instance: TestAuth,
  accessToken: string,
  device: Authenticator,
  { password, ...use }: Addition,
): Promise<Answer> {
  const bearer = { authorization: `Bearer ${accessToken}` };
  const begun = await instance.send('POST', 'passkeys/options', { password }, bearer);
  const body = { name: 'Key', credential: device.create(begun.body, use) };
  return instance.send('POST', 'passkeys', body, {
    ...bearer,
    origin: instance.services.platform.config.PUBLIC_URL,
    cookie: cookieOf(begun),
  });
}

/** Signs in with a device. */
export async function signInByPasskey(instance: TestAuth, device: Authenticator, use: Use): Promise<Answer> {
  const begun = await instance.send('POST', 'login/passkey/options');
  const body = { credential: device.get(begun.body, use) };
  return instance.send('POST', 'login/passkey', body, { origin: instance.services.platform.config.PUBLIC_URL, cookie: cookieOf(begun) });
}
