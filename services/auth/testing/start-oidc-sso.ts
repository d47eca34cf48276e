import type { SsoProvider } from '@autograph/contracts';
import type { Browser } from './browser.ts';
import { startOidcProvider, type TestOidcProvider } from './oidc-provider.ts';
import { startSso, type TestSso } from './start-sso.ts';

export interface TestOidcSso {
  readonly sso: TestSso;
  /** The identity provider, and what the instance knows of it. */
  readonly outside: TestOidcProvider;
  readonly provider: SsoProvider;
  /** Leads a browser from the start to the address at which the provider sends it back. */
  goThere(browser: Browser, next?: string): Promise<string>;
  /** Signs in at the provider as whoever is present there; gives the page that the browser ends at. */
  signIn(browser: Browser, next?: string): Promise<string>;
  close(): Promise<void>;
}

/** An instance that is connected to a real OpenID Connect provider. */
export async function startOidcSso(more: Readonly<Record<string, unknown>> = {}): Promise<TestOidcSso> {
  const sso = await startSso();
  let known: SsoProvider | undefined;
  const outside = await startOidcProvider(() => {
    if (!known) throw new Error('the instance does not know the provider yet');
    return known.service;
  });
  const provider = await sso.connect({
    preset: 'custom',
    name: 'Keycloak',
    connection: { protocol: 'oidc', issuer: outside.issuer, client_id: outside.client.id },
    client_secret: outside.client.secret,
    ...more,
  });
  known = provider;
  const goThere = async (browser: Browser, next = '/') => {
    let at = await browser.lead(`${sso.instance.url}/api/auth/sso/${provider.id}/start?next=${encodeURIComponent(next)}`);
    while (at.startsWith(outside.issuer)) at = await browser.lead(at);
    return at;
  };
  return {
    sso,
    outside,
    provider,
    goThere,
    signIn: async (browser, next) => (await browser.lead(await goThere(browser, next))).replace(sso.instance.url, ''),
    close: async () => {
      await sso.instance.close();
      await outside.close();
    },
  };
}
