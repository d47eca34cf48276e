import { CodedError, type ErrorDetail } from '@autograph/contracts';
import bcrypt from 'bcrypt';

/** Work factor of stored hashes: about 0.3 s of one core each. */
const cost = 12;

/** bcrypt reads no further than this, so a longer password would be weaker than it looks. */
const maxBytes = 72;

const rules: readonly { readonly holds: (password: string) => boolean; readonly message: string }[] = [
  { holds: (password) => password.length >= 8, message: 'Use at least 8 characters.' },
  { holds: (password) => Buffer.byteLength(password) <= maxBytes, message: `Use at most ${maxBytes} bytes.` },
  { holds: (password) => /\p{Lu}/u.test(password), message: 'Use at least one uppercase letter.' },
  { holds: (password) => /\p{Nd}/u.test(password), message: 'Use at least one digit.' },
];

/** Every rule that a new password breaks, for people to read; empty when it may be used. */
export function passwordProblems(password: string): readonly ErrorDetail[] {
  return rules.filter((rule) => !rule.holds(password)).map(({ message }) => ({ path: 'body.password', message }));
}

/** Throws `weak_password` naming the broken rules. */
export function requireStrongPassword(password: string): void {
  const details = passwordProblems(password);
  if (details.length > 0) throw new CodedError('weak_password', { details });
}

export const hashPassword = (password: string): Promise<string> => bcrypt.hash(password, cost);

/** A password that bcrypt would cut off never matches. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const matches = await bcrypt.compare(password, hash);
  return matches && Buffer.byteLength(password) <= maxBytes;
}
