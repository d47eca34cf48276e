import { CodedError } from '@autograph/contracts';
import { ssoSessions, users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { recordEvent } from '../audit.ts';
import { requireUsable } from '../prove-password.ts';
import { openSessionFor, type Signed } from '../sign-in.ts';
import { accountOf } from './account-of.ts';
import type { Claims } from './claims.ts';
import { noteAnswer } from './last-answer.ts';
import { sealIdToken } from './oidc-logout.ts';
import { openProviderOf, type ProviderRow } from './provider.ts';
import { SsoRefusal } from './refusal.ts';
import type { SamlSubject } from './saml-logout.ts';

/** A browser that comes back from a provider, or goes there. */
export interface Arrival extends Signed {
  readonly provider: ProviderRow;
  /** Tells of whom the attempt is, for the audit log. */
  meant(email: string): void;
}

function codeOf(error: unknown): { readonly code: string; readonly reason: string } {
  if (error instanceof SsoRefusal) return { code: 'sso_refused', reason: error.message };
  if (error instanceof CodedError && error.status < 500) return { code: error.code, reason: error.code };
  throw error;
}

/** Sends the browser on. */
export function sendOn({ reply }: Pick<Signed, 'reply'>, location: string): undefined {
  reply.code(303).header('location', location).header('cache-control', 'no-store');
}

/**
 * Runs one step of a sign-in through a provider and sends the browser where the step says. A person stands before it: what is refused
 * leads to the sign-in page, which says what to do, while the reason goes to the audit log and the test of the connection.
 */
export async function arrive(signed: Signed, providerId: string, step: (arrival: Arrival) => Promise<string>): Promise<undefined> {
  const { kit, request } = signed;
  let provider: ProviderRow | undefined;
  let email: string | undefined;
  try {
    provider = await openProviderOf(kit.db, providerId);
    const meant = (address: string) => {
      email = address;
    };
    return sendOn(signed, await step({ ...signed, provider, meant }));
  } catch (error) {
    const { code, reason } = codeOf(error);
    if (provider) {
      const details = { by: provider.name, reason };
      const resource = { type: 'sso_provider', id: provider.id } as const;
      const who = email === undefined ? {} : { email };
      await recordEvent(kit.db, request, { action: 'auth.sso_login', result: 'failure', resource, details, ...who });
      await noteAnswer(kit.kv, provider.id, reason);
    }
    return sendOn(signed, `/signin?sso_error=${code}`);
  }
}

/** The account of whom a provider has named, if it may be signed in to. */
export async function admit({ kit, request, provider, meant }: Arrival, claims: Claims): Promise<typeof users.$inferSelect> {
  meant(claims.email);
  const account = await accountOf(kit, request, provider, claims);
  await requireUsable(kit, account);
  return account;
}

/** What a provider calls a session of somebody: what it is told by when both end. */
export type Elsewhere = SamlSubject | { readonly subject: string; readonly idToken: string };

/** Opens the session, known by what the provider calls its own. The provider has asked for the second factor where one is wanted. */
export async function enter({ kit, request, reply, provider }: Arrival, userId: string, elsewhere: Elsewhere): Promise<void> {
  const [account] = await kit.db.select().from(users).where(eq(users.id, userId));
  if (!account || account.deletedAt) throw new CodedError('account_disabled');
  await requireUsable(kit, account);
  const session = await openSessionFor({ kit, request, reply }, account.id, false);
  const { session_id: sessionId } = await kit.tokens.verifyAccessToken(session.access_token);
  const called = 'idToken' in elsewhere ? { ...elsewhere, idToken: sealIdToken(kit, sessionId, elsewhere.idToken) } : elsewhere;
  await kit.db.insert(ssoSessions).values({ sessionId, providerId: provider.id, ...called });
  const resource = { type: 'sso_provider', id: provider.id } as const;
  await recordEvent(kit.db, request, {
    action: 'auth.sso_login',
    result: 'success',
    userId: account.id,
    email: account.email,
    resource,
    details: { by: provider.name },
  });
  await noteAnswer(kit.kv, provider.id, null);
}
