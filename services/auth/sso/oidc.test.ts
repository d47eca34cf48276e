import { inspect } from 'node:util';
import { type OidcConnection, SsoCheck, type SsoProvider } from '@autograph/contracts';
import { auditLog, ssoProviders, ssoSessions } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Browser } from '../testing/browser.ts';
import type { TestOidcProvider } from '../testing/oidc-provider.ts';
import { startOidcSso, type TestOidcSso } from '../testing/start-oidc-sso.ts';
import type { TestSso } from '../testing/start-sso.ts';

let connected: TestOidcSso;
let sso: TestSso;
let outside: TestOidcProvider;
let provider: SsoProvider;
beforeAll(async () => {
  connected = await startOidcSso({ role_map: [{ group: 'architects', role: 'admin' }], default_role: 'editor' });
  ({ sso, outside, provider } = connected);
});
afterAll(() => connected.close());

const path = (address: string) => address.replace(sso.instance.url, '');
const goThere = (browser: Browser) => connected.goThere(browser, '/trash');

async function problem(): Promise<string> {
  const headers = { authorization: `Bearer ${sso.admin.access_token}` };
  const { body } = await sso.instance.admin('POST', `sso/${provider.id}/test`, undefined, headers);
  const { checks } = z.object({ checks: z.array(SsoCheck) }).parse(body);
  return checks.map(({ name, status, message }) => `${name} ${status}: ${message}`).join('\n');
}

describe('signing out of a session that OpenID Connect has opened', () => {
  const signOut = async (browser: Browser) => {
    const token = browser.cookies(sso.instance.url).get('ag_access') ?? '';
    const { body } = await sso.instance.send('POST', 'logout', undefined, { authorization: `Bearer ${token}` });
    return z.object({ next: z.url().nullable() }).parse(body).next;
  };

  /** Agrees to the provider's question; gives where it sends the browser then. */
  async function agree(browser: Browser, address: string): Promise<string> {
    const page = await (await browser.open(address)).text();
    const [, action = '', xsrf = ''] = /action="([^"]+)".*name="xsrf" value="([^"]+)"/s.exec(page) ?? [];
    const answer = await browser.open(action, { xsrf, logout: 'yes' }, 'own-site');
    return answer.headers.get('location') ?? `none:${answer.status} ${await answer.text()}`;
  }

  it('leads to the provider, where the same session ends, and back to the door', async () => {
    outside.signsIn('sub-out', { email: 'olga@corp.example', email_verified: true, name: 'Olga' });
    const browser = new Browser();
    await connected.signIn(browser);
    const [row] = await sso.instance.services.platform.db.select().from(ssoSessions);
    expect(row?.idToken).toMatch(/^sealed\./);
    const next = await signOut(browser);
    expect(next).toMatch(new RegExp(`^${outside.issuer}/session/end\\?`));
    expect(await sso.whoIs(browser)).toBeNull();
    // As long as the provider knows the browser, it signs the same person in again, whoever is there.
    outside.signsIn('sub-next', { email: 'nina@corp.example', email_verified: true, name: 'Nina' });
    await connected.signIn(browser);
    expect(await sso.whoIs(browser)).toMatchObject({ email: 'olga@corp.example' });
    expect(path(await agree(browser, (await signOut(browser)) ?? ''))).toBe('/signin');
    await connected.signIn(browser);
    expect(await sso.whoIs(browser)).toMatchObject({ email: 'nina@corp.example' });
  });

  it('stays here where an administrator wants it so, and where the provider is away', async () => {
    outside.signsIn('sub-here', { email: 'hera@corp.example', email_verified: true, name: 'Hera' });
    const here = async (change: Partial<OidcConnection>) => {
      const browser = new Browser();
      await connected.signIn(browser);
      await sso.change(provider.id, { connection: { ...provider.connection, ...change } });
      expect(await signOut(browser)).toBeNull();
      expect(await sso.whoIs(browser)).toBeNull();
      await sso.change(provider.id, { connection: provider.connection });
    };
    await here({ end_session: false });
    await here({ issuer: 'http://127.0.0.1:9' });
  });
});

describe('signing in through OpenID Connect', () => {
  it('makes the account from the claims of a code that is bound to the browser, and gives the role of its groups', async () => {
    outside.signsIn('sub-1', { email: 'Vera@corp.example', email_verified: true, name: 'Vera Rubin', groups: ['architects'] });
    const browser = new Browser();
    expect(path(await browser.lead(await goThere(browser)))).toBe('/trash');
    const first = await sso.whoIs(browser);
    expect(first).toMatchObject({ email: 'vera@corp.example', name: 'Vera Rubin', role: 'admin' });
    outside.signsIn('sub-1', { email: 'new-address@corp.example', email_verified: true, name: 'Vera R.' });
    const again = new Browser();
    await again.lead(await goThere(again));
    expect(await sso.whoIs(again)).toMatchObject({ id: first?.id, name: 'Vera R.', role: 'editor' });
    // The session of before carries the role of before.
    expect(await sso.whoIs(browser)).toBeNull();
  });

  it('takes a code once, in the browser that asked, with the state it was given', async () => {
    outside.signsIn('sub-2', { email: 'jim@corp.example', email_verified: true, name: 'Jim' });
    const asking = new Browser();
    const back = await goThere(asking);
    const forged = new URL(back);
    forged.searchParams.set('state', 'other');
    expect(path(await asking.lead(forged.href))).toBe('/signin?sso_error=sso_refused');
    const other = new Browser();
    expect(path(await other.lead(back))).toBe('/signin?sso_error=sso_refused');
    expect(await problem()).toContain('another browser began this sign-in');
    expect(path(await asking.lead(back))).toBe('/signin?sso_error=sso_refused');
    expect([await sso.whoIs(asking), await sso.whoIs(other)]).toEqual([null, null]);
  });

  it('refuses addresses that the provider has not confirmed', async () => {
    outside.signsIn('sub-3', { email: 'ada@example.com', email_verified: false, name: 'Not Ada' });
    const browser = new Browser();
    expect(path(await browser.lead(await goThere(browser)))).toBe('/signin?sso_error=sso_refused');
    expect(await problem()).toContain('has not confirmed the e-mail address');
  });

  it('keeps the client secret encrypted and notes each reading of it', async () => {
    const { db } = sso.instance.services.platform;
    const [row] = await db.select().from(ssoProviders);
    expect(row?.clientSecret).toMatch(/^sealed\./);
    const readings = await db.select().from(auditLog).where(eq(auditLog.action, 'secret.read'));
    expect(readings.length).toBeGreaterThan(0);
    expect(inspect([provider, readings], { depth: 9 })).not.toContain(outside.client.secret);
  });

  it('tells what is wrong with the connection', async () => {
    expect(await problem()).toMatch(/^Discovery ok.*\nKeys ok.*\nPKCE ok.*\nClient secret ok/);
    await sso.change(provider.id, { client_secret: 'wrong' });
    const browser = new Browser();
    outside.signsIn('sub-2', { email: 'jim@corp.example', email_verified: true });
    expect(path(await browser.lead(await goThere(browser)))).toBe('/signin?sso_error=sso_refused');
    expect(await problem()).toMatch(/Last sign-in failed: .*401.*invalid_client/);
    await sso.change(provider.id, { connection: { ...provider.connection, issuer: `${outside.issuer}/other` } });
    expect(await problem()).toMatch(/Discovery failed: .*404/);
    expect(path(await browser.lead(`${sso.instance.url}/api/auth/sso/${provider.id}/start`))).toBe('/signin?sso_error=sso_refused');
  });
});
