import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { constantTimeEqual, generateRandomString } from 'better-auth/crypto';
import { toString as drawCode } from 'qrcode';

/** Seconds that a code is shown; RFC 6238. */
const period = 30;
const digits = 6;

/** A new secret to share with an authenticator app. */
export const newSecret = (): string => generateRandomString(32);

/** What to give to the app: the secret to type, the address, and the address as a picture. */
export async function enrolment(secret: string, email: string): Promise<{ secret: string; uri: string; qr_svg: string }> {
  const uri = createOTP(secret, { digits, period }).url('AutoGraph', email);
  const picture = await drawCode(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return { secret: base32.encode(secret, { padding: false }), uri, qr_svg: picture };
}

/** The time step whose code this is, of the present one and its neighbours; null when it is none of theirs. `now` in ms. */
export async function stepOf(secret: string, code: string, now: number): Promise<number | null> {
  const otp = createOTP(secret, { digits, period });
  const present = Math.floor(now / 1000 / period);
  for (const step of [present, present - 1, present + 1]) if (constantTimeEqual(await otp.hotp(step), code)) return step;
  return null;
}
