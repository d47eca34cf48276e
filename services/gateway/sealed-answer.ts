import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';

/** An answer as it can be given again. */
const Answer = z.object({ status: z.number().int(), headers: z.record(z.string(), z.string()), body: z.base64() });
export type KeptAnswer = z.infer<typeof Answer>;

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Answers may hold what is shown only once: the store alone must not be enough to read them, it takes the caller's key as well. */
const keyOf = (secret: string, callerKey: string) => Buffer.from(hkdfSync('sha256', secret, callerKey, 'kept answers', 32));

export function sealAnswer(answer: KeptAnswer, secret: string, callerKey: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, keyOf(secret, callerKey), iv);
  const text = Buffer.concat([cipher.update(gzipSync(JSON.stringify(answer))), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
}

/** Throws when it was sealed with another secret or key. */
export function unsealAnswer(sealed: string, secret: string, callerKey: string): KeptAnswer {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(algorithm, keyOf(secret, callerKey), bytes.subarray(0, ivBytes));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
  return Answer.parse(JSON.parse(gunzipSync(text).toString()));
}
