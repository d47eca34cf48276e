import { createServer } from 'node:http';
import type { SsoProvider } from '@autograph/contracts';
import { freePort } from '@autograph/service-kit/testing/index.ts';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

export interface TestOidcProvider {
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  /** Who signs in there from now on: the subject, and what is known of it. */
  signsIn(subject: string, claims: Readonly<Record<string, unknown>>): void;
  close(): Promise<void>;
}

/** A real OpenID Connect provider on a port of its own, with one client, where whoever comes is signed in without being asked. */
export async function startOidcProvider(
  service: () => Pick<SsoProvider['service'], 'redirect_uri' | 'post_logout_redirect_uri'>,
): Promise<TestOidcProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const client = { id: 'autograph', secret: 'a-secret-of-the-client-that-is-long' };
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const people = new Map<string, Readonly<Record<string, unknown>>>();
  let present = '';
  let provider: Provider | undefined;
  /** The client is made when it is first asked for: its redirect URI is known only after the instance knows the provider. */
  const open = () => {
    provider ??= new Provider(issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: [service().redirect_uri],
          post_logout_redirect_uris: [service().post_logout_redirect_uri],
          grant_types: ['authorization_code'],
        },
      ],
      jwks: { keys: [{ ...jwk, use: 'sig', alg: 'RS256' }] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'given_name', 'family_name', 'groups'] },
      cookies: { keys: ['keys-of-cookies'] },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...people.get(accountId) }) }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId: client.id, accountId: oidc.session?.accountId ?? '' });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    });
    return provider;
  };
  const jwk = await exportJWK(privateKey);
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/'))
      void open().interactionFinished(request, response, { login: { accountId: present, remember: false } });
    else void open().callback()(request, response);
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    issuer,
    client,
    signsIn(subject, claims) {
      present = subject;
      people.set(subject, claims);
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}
