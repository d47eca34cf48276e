import { samlLogout } from '@autograph/contracts';
import { sessions, ssoAssertions, ssoProviders, ssoSessions } from '@autograph/database';
import { and, eq, inArray } from '@autograph/database/query.ts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { endSession } from '../end-session.ts';
import type { Signed } from '../sign-in.ts';
import { sendOn } from '../sso/arrive.ts';
import { endSessionAddress } from '../sso/oidc-logout.ts';
import { ownKeyOf } from '../sso/own-key.ts';
import { openProviderOf, type Speaking, serviceOf, speaksOidc, speaksSaml } from '../sso/provider.ts';
import { SsoRefusal } from '../sso/refusal.ts';
import { answerLogout, readLogout, requestLogout } from '../sso/saml-logout.ts';
import { readRedirect } from '../sso/saml-redirect.ts';

const door = '/signin';

/** Where a browser that signs out here goes to sign out at the provider that had signed it in; null for nowhere. Ask before the session ends. */
export async function logoutElsewhere(kit: AuthKit, sessionId: string): Promise<string | null> {
  const [row] = await kit.db
    .select({ provider: ssoProviders, session: ssoSessions })
    .from(ssoSessions)
    .innerJoin(ssoProviders, eq(ssoProviders.id, ssoSessions.providerId))
    .where(eq(ssoSessions.sessionId, sessionId));
  if (!row?.provider.enabled) return null;
  const { provider, session } = row;
  const service = serviceOf(kit.config.PUBLIC_URL, provider.id);
  if (speaksOidc(provider)) return endSessionAddress(kit, provider, service, session);
  if (!speaksSaml(provider) || !provider.connection.slo_url) return null;
  const key = await ownKeyOf(kit, provider, 'sign a request to sign out');
  return requestLogout(provider.connection.slo_url, service, session, key, new Date());
}

/** Ends the sessions that a provider means: those that it names, else all that it has opened for the person. */
async function endMeant(signed: Signed, provider: Speaking<'saml'>, subject: string, indexes: readonly string[]): Promise<void> {
  const { kit, request } = signed;
  const named = indexes.length === 0 ? undefined : inArray(ssoSessions.sessionIndex, [...indexes]);
  const meant = await kit.db
    .select({ id: sessions.id, userId: sessions.userId })
    .from(ssoSessions)
    .innerJoin(sessions, eq(sessions.id, ssoSessions.sessionId))
    .where(and(eq(ssoSessions.providerId, provider.id), eq(ssoSessions.subject, subject), named));
  const resource = { type: 'sso_provider', id: provider.id } as const;
  for (const { id, userId } of meant) {
    await endSession(kit, id, 'signed_out');
    await recordEvent(kit.db, request, { action: 'auth.logout', result: 'success', userId, resource, details: { by: provider.name } });
  }
}

/** Does what a provider's signed request wants, once, and says so to it. */
async function takeRequest(signed: Signed, provider: Speaking<'saml'>): Promise<string> {
  const { kit, request } = signed;
  const service = serviceOf(kit.config.PUBLIC_URL, provider.id);
  const { xml, relayState } = readRedirect(request.url, 'SAMLRequest', provider.connection.certificates);
  const asked = readLogout(provider, service, xml, new Date());
  const row = { providerId: provider.id, assertionId: asked.id, expiresAt: asked.expiresAt };
  const fresh = await kit.db.insert(ssoAssertions).values(row).onConflictDoNothing().returning();
  if (fresh.length === 0) throw new SsoRefusal('it was used before');
  await endMeant(signed, provider, asked.subject, asked.sessionIndexes);
  if (!provider.connection.slo_url) return door;
  const key = await ownKeyOf(kit, provider, 'sign the answer to a request to sign out');
  return answerLogout(provider.connection.slo_url, service, asked, relayState, key, new Date());
}

/** Single logout by SAML: providers that end sessions here, and browsers that come back from ending one there. */
export function serveSsoSignOut(app: FastifyInstance, kit: AuthKit): void {
  implement(app, samlLogout, async ({ params, query, request, reply }) => {
    const signed = { kit, request, reply };
    const provider = await openProviderOf(kit.db, params.id).catch(() => null);
    // Our own session was over before the browser went there: its answer changes nothing.
    if (!provider || !speaksSaml(provider) || query.SAMLRequest === undefined) return sendOn(signed, door);
    try {
      return sendOn(signed, await takeRequest(signed, provider));
    } catch (error) {
      if (!(error instanceof SsoRefusal)) throw error;
      const resource = { type: 'sso_provider', id: provider.id } as const;
      const details = { by: provider.name, reason: error.message };
      await recordEvent(kit.db, request, { action: 'auth.logout', result: 'failure', resource, details });
      return sendOn(signed, `${door}?sso_error=sso_refused`);
    }
  });
}
