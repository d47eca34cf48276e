import type { AuthKit } from '../auth-kit.ts';
import { discover } from './oidc-discovery.ts';
import type { Speaking, serviceOf } from './provider.ts';

const context = (sessionId: string) => `sso_sessions.id_token:${sessionId}`;

/** The ID token of a session as it is stored. */
export const sealIdToken = (kit: Pick<AuthKit, 'secrets'>, sessionId: string, idToken: string): string =>
  kit.secrets.seal(idToken, context(sessionId));

/**
 * Where a browser goes so that the provider ends its own session, too (OpenID Connect RP-Initiated Logout, section 2); null where it has
 * no address for that. Throws SsoRefusal when it cannot be reached.
 */
export async function endSessionAddress(
  kit: Pick<AuthKit, 'secrets'>,
  provider: Speaking<'oidc'>,
  service: ReturnType<typeof serviceOf>,
  { sessionId, idToken }: { readonly sessionId: string; readonly idToken: string | null },
): Promise<string | null> {
  if (!provider.connection.end_session || idToken === null) return null;
  const { end_session_endpoint } = await discover(provider);
  if (end_session_endpoint === undefined) return null;
  const url = new URL(end_session_endpoint);
  const reading = { context: context(sessionId), reader: 'auth', purpose: 'sign out at an OpenID Connect provider' };
  url.searchParams.set('id_token_hint', await kit.secrets.open(idToken, reading));
  url.searchParams.set('client_id', provider.connection.client_id);
  url.searchParams.set('post_logout_redirect_uri', service.post_logout_redirect_uri);
  return url.href;
}
