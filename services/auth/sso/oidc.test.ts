import { inspect } from 'node:util';
import { SsoCheck, type SsoProvider } from '@autograph/contracts';
import { auditLog, ssoProviders } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Browser } from '../testing/browser.ts';
import { startOidcProvider, type TestOidcProvider } from '../testing/oidc-provider.ts';
import { startSso, type TestSso } from '../testing/start-sso.ts';

let sso: TestSso;
let outside: TestOidcProvider;
let provider: SsoProvider;
beforeAll(async () => {
  sso = await startSso();
  outside = await startOidcProvider(() => provider.service.redirect_uri);
  provider = await sso.connect({
    preset: 'custom',
    name: 'Keycloak',
    connection: { protocol: 'oidc', issuer: outside.issuer, client_id: outside.client.id },
    client_secret: outside.client.secret,
    role_map: [{ group: 'architects', role: 'admin' }],
    default_role: 'editor',
  });
});
afterAll(async () => {
  await sso.instance.close();
  await outside.close();
});

const path = (address: string) => address.replace(sso.instance.url, '');

/** Follows a browser from the start to the address at which the provider sends it back. */
async function goThere(browser: Browser): Promise<string> {
  let at = await browser.lead(`${sso.instance.url}/api/auth/sso/${provider.id}/start?next=/trash`);
  while (at.startsWith(outside.issuer)) at = await browser.lead(at);
  return at;
}

async function problem(): Promise<string> {
  const headers = { authorization: `Bearer ${sso.admin.access_token}` };
  const { body } = await sso.instance.admin('POST', `sso/${provider.id}/test`, undefined, headers);
  const { checks } = z.object({ checks: z.array(SsoCheck) }).parse(body);
  return checks.map(({ name, status, message }) => `${name} ${status}: ${message}`).join('\n');
}

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
