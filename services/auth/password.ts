import { CodedError } from '@autograph/contracts';
import { maxPasswordBytes, passwordRules } from '@autograph/contracts/password-rules.ts';
import { leastStrength, passwordStrength } from '@autograph/contracts/password-strength.ts';
import bcrypt from 'bcrypt';

/** Work factor of stored hashes: about 0.3 s of one core each. */
const cost = 12;

const tooLong = {
  message: `Use at most ${maxPasswordBytes} bytes.`,
  holds: (password: string) => Buffer.byteLength(password) <= maxPasswordBytes,
};

/** Every rule that a new password breaks, for people to read; empty when it may be used. */
export function passwordProblems(password: string): readonly string[] {
  return [...passwordRules, tooLong].filter((rule) => !rule.holds(password)).map(({ message }) => message);
}

/**
 * Throws `weak_password` naming the broken rules, or saying that the password is easy to guess. `known` are words about the person;
 * `field` is where the password was sent.
 */
export async function requireStrongPassword(password: string, known: readonly string[], field = 'body.password'): Promise<void> {
  const broken = passwordProblems(password);
  const guessed = broken.length === 0 && (await passwordStrength(password, known)) < leastStrength;
  const problems = guessed ? ['This password is among the first that are guessed. Use more words, or unusual ones.'] : broken;
  if (problems.length > 0) throw new CodedError('weak_password', { details: problems.map((message) => ({ path: field, message })) });
}

export const hashPassword = (password: string): Promise<string> => bcrypt.hash(password, cost);

/** A password that bcrypt would cut off never matches. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const matches = await bcrypt.compare(password, hash);
  return matches && Buffer.byteLength(password) <= maxPasswordBytes;
}
