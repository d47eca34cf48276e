import { type AuditEvent, CodedError } from '@autograph/contracts';
import { accounts, users } from '@autograph/database';
import { and, eq, isNull, sql } from '@autograph/database/query.ts';
import { type AuthEvent, recordEvent, recordRefusal } from './audit.ts';
import type { AuthKit } from './auth-kit.ts';
import { admitAddress, countAgainst, countAgainstStranger, countFailure, isLocked, liftLock, strangerIsLocked } from './login-guard.ts';
import { lockedMail } from './mail/designs.ts';
import { sendMail } from './mail/send-mail.ts';
import { originOf } from './origin.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { registrationOf } from './registration.ts';
import { passwordIs } from './set-password.ts';
import type { Signed } from './sign-in.ts';

type Account = typeof users.$inferSelect & { readonly hash: string | null };

async function findAccount(kit: AuthKit, email: string): Promise<Account | null> {
  const [found] = await kit.db
    .select({ user: users, hash: accounts.password })
    .from(users)
    .leftJoin(accounts, and(eq(accounts.userId, users.id), eq(accounts.providerId, 'credential')))
    .where(and(eq(sql`lower(${users.email})`, email.toLowerCase()), isNull(users.deletedAt)));
  return found ? { ...found.user, hash: found.hash } : null;
}

/** A password that belongs to nobody takes as long as a wrong one, so that the answer's time tells nothing. */
async function matches(account: Account | null, password: string): Promise<boolean> {
  if (account?.hash) return verifyPassword({ hash: account.hash, password });
  await hashPassword(password);
  return false;
}

const mailLocked = ({ kit, request }: Signed, email: string): Promise<void> =>
  sendMail(kit, email, lockedMail(originOf(kit, request), `${kit.config.PUBLIC_URL}/forgot-password`));

/** Throws `rate_limited` when the address of a request has failed too often, which the log is told of. */
async function admit({ kit, request, reply }: Signed, attempt: Pick<AuthEvent, 'action' | 'userId' | 'email'>): Promise<void> {
  try {
    await admitAddress(kit, request.ip, reply);
  } catch (error) {
    await recordRefusal(kit, request, { ...attempt, details: { reason: 'rate_limited' } });
    throw error;
  }
}

/** Notes a failed attempt on all counts; throws what the caller is to be told. */
export async function failSignIn(
  { kit, request, reply }: Signed,
  account: Account | null,
  email: string,
  as: 'invalid_credentials' | 'wrong_code',
): Promise<never> {
  const who = account ? { userId: account.id } : { email };
  await recordEvent(kit.db, request, { action: 'auth.login', result: 'failure', ...who, details: { reason: as } });
  const locks = account ? await countAgainst(kit, account.id) : await countAgainstStranger(kit, email);
  if (locks) await recordEvent(kit.db, request, { action: 'auth.account_locked', result: 'success', ...who });
  if (locks && account) await mailLocked({ kit, request, reply }, account.email);
  await countFailure(kit, request.ip, reply);
  throw new CodedError(as);
}

/** What is asked for the password of whoever is signed in. */
interface Asked {
  readonly password: string;
  /** Where it stands in the request. */
  readonly path: string;
  /** What it is asked for; written to the audit log when it is wrong. */
  readonly action: AuditEvent;
}

/**
 * Throws unless it is the password of whoever is signed in: `wrong_password`, or `account_locked` and `rate_limited`, since guesses
 * within a session count like those at its beginning.
 */
export async function requireOwnPassword(signed: Signed, userId: string, { password, path, action }: Asked): Promise<void> {
  const { kit, request, reply } = signed;
  await admit(signed, { action, userId });
  const right = await passwordIs(kit.db, userId, password);
  await admit(signed, { action, userId });
  // Looked at after the guess: of many at once, one may have locked the account meanwhile.
  const [row] = await kit.db.select().from(users).where(eq(users.id, userId));
  const locked = row !== undefined && isLocked(row);
  if (right && !locked) return liftLock(kit, userId);
  const reason = locked ? 'account_locked' : 'wrong_password';
  await recordEvent(kit.db, request, { action, result: 'failure', userId, details: { reason } });
  if (!locked && row && (await countAgainst(kit, userId))) {
    await recordEvent(kit.db, request, { action: 'auth.account_locked', result: 'success', userId });
    await mailLocked(signed, row.email);
  }
  await countFailure(kit, request.ip, reply);
  throw new CodedError(reason, locked ? {} : { details: [{ path, message: 'This is not your password.' }] });
}

/** The account that an address and password name, after every count and lock. Throws what the caller is to be told. */
export async function provePassword(signed: Signed, email: string, password: string): Promise<Account> {
  const { kit, request, reply } = signed;
  await admit(signed, { action: 'auth.login', email });
  const found = await findAccount(kit, email);
  const right = await matches(found, password);
  await admit(signed, { action: 'auth.login', email });
  // Looked at again: of many guesses at once, one may have locked the account meanwhile.
  const account = found && (await findAccount(kit, email));
  const locked = account ? isLocked(account) : await strangerIsLocked(kit, email);
  if (locked) {
    const who = account ? { userId: account.id } : { email };
    await recordEvent(kit.db, request, { action: 'auth.login', result: 'failure', ...who, details: { reason: 'account_locked' } });
    await countFailure(kit, request.ip, reply);
    throw new CodedError('account_locked');
  }
  if (!account || !right) return failSignIn(signed, account, email, 'invalid_credentials');
  return account;
}

/** Throws unless an account may be signed in to at all, by whichever proof. */
export async function requireUsable(kit: AuthKit, account: typeof users.$inferSelect): Promise<void> {
  if (account.banned) throw new CodedError('account_disabled');
  if (account.emailVerified || !(await registrationOf(kit, kit.db)).verify_email) return;
  const details = [{ message: 'Your e-mail address is not confirmed yet.', email_verified: false }];
  throw new CodedError('email_unverified', { details });
}
