import { SamlConnection, type SsoProvider } from '@autograph/contracts';
import { auditLog, ssoProviders } from '@autograph/database';
import { and, eq } from '@autograph/database/query.ts';
import { keptSecretsKey, newKey, readKeyring, rotateSecrets } from '@autograph/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Browser } from '../testing/browser.ts';
import { createSamlProvider, type SamlAnswerFields, type SamlProvider } from '../testing/saml-provider.ts';
import { startSso, type TestSso } from '../testing/start-sso.ts';

let sso: TestSso;
let okta: SamlProvider;
beforeAll(async () => {
  sso = await startSso();
  okta = createSamlProvider('http://www.okta.example/exk1');
});
afterAll(() => sso.instance.close());

async function connect(more: Partial<SamlConnection> = {}): Promise<SsoProvider> {
  const headers = { authorization: `Bearer ${sso.admin.access_token}` };
  const { body } = await sso.instance.admin('POST', 'sso/metadata', { xml: okta.metadata }, headers);
  const connection = { ...SamlConnection.parse(body), ...more };
  return sso.connect({ preset: 'okta', name: 'Okta', connection });
}

const metadataOf = async ({ service }: SsoProvider) => (await new Browser().open(service.entity_id)).text();
const path = (address: string) => address.replace(sso.instance.url, '');
const refused = '/signin?sso_error=sso_refused';

/** Brings an answer that began at the provider; gives the page that the browser ends at. */
async function arrive(browser: Browser, { service }: SsoProvider, name: string, more: Partial<SamlAnswerFields> = {}): Promise<string> {
  const subject = `${name}@corp.example`;
  const fields = { subject, attributes: { email: subject }, acsUrl: service.acs_url, audience: service.entity_id };
  const sent = await browser.lead(service.acs_url, { SAMLResponse: await okta.answer({ ...fields, ...more }) });
  return path(sent.includes('/finish') ? await browser.lead(sent) : sent);
}

const reasons = async (provider: SsoProvider, action: string) => {
  const mine = and(eq(auditLog.resourceId, provider.id), eq(auditLog.action, action), eq(auditLog.result, 'failure'));
  const rows = await sso.instance.services.platform.db.select().from(auditLog).where(mine).orderBy(auditLog.id);
  return rows.map(({ details }) => z.object({ reason: z.string() }).parse(details).reason);
};

describe('signed requests', () => {
  it('are made for providers whose metadata wants them, with the key that ours tells', async () => {
    const provider = await connect();
    expect(provider.connection).toMatchObject({ sign_requests: true, slo_url: `${okta.entityId}/slo` });
    const metadata = await metadataOf(provider);
    expect(metadata).toContain('AuthnRequestsSigned="true"');
    const asked = await new Browser().lead(`${sso.instance.url}/api/auth/sso/${provider.id}/start`);
    const id = await okta.peer(metadata).readSigned(asked);
    expect(id).toBe(okta.readRequest(asked).id);
    await expect(okta.peer(metadata).readSigned(asked.replace('SigAlg=', 'RelayState=x&SigAlg='))).rejects.toThrow();
    const other = await metadataOf(await connect());
    await expect(okta.peer(other).readSigned(asked)).rejects.toThrow();
  });

  it('are left unsigned where an administrator wants it', async () => {
    const provider = await connect({ sign_requests: false });
    const asked = await new Browser().lead(`${sso.instance.url}/api/auth/sso/${provider.id}/start`);
    expect([new URL(asked).searchParams.has('Signature'), okta.readRequest(asked).acsUrl]).toEqual([false, provider.service.acs_url]);
  });
});

describe('encrypted assertions', () => {
  it.each(['assertion', 'answer'] as const)('are opened when the %s is signed', async (signed) => {
    const provider = await connect();
    const metadata = await metadataOf(provider);
    const within = signed === 'answer' ? ['http://www.w3.org/2001/04/xmlenc#aes256-cbc'] : [];
    for (const algorithm of [undefined, ...within]) {
      const browser = new Browser();
      expect(await arrive(browser, provider, `grace-${signed}`, { encrypt: { metadata, signed, ...(algorithm && { algorithm }) } })).toBe(
        '/',
      );
      expect(await sso.whoIs(browser)).toMatchObject({ email: `grace-${signed}@corp.example` });
    }
  });

  it('are not tried when they may have been changed: with AES-CBC in an answer that is not signed', async () => {
    const provider = await connect();
    const metadata = await metadataOf(provider);
    const encrypt = { metadata, signed: 'assertion', algorithm: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc' } as const;
    expect(await arrive(new Browser(), provider, 'grace-cbc', { encrypt })).toBe(refused);
    expect((await reasons(provider, 'auth.sso_login')).at(-1)).toMatch(/without AES-GCM/);
  });

  it('are not opened before the signature of the answer around them holds', async () => {
    const provider = await connect();
    const metadata = await metadataOf(provider);
    const { db } = sso.instance.services.platform;
    const context = `sso_providers.own_key:${provider.id}`;
    const opened = async () => db.$count(auditLog, and(eq(auditLog.action, 'secret.read'), eq(auditLog.resourceId, context)));
    const subject = 'mallory@corp.example';
    const fields = { subject, attributes: { email: subject }, acsUrl: provider.service.acs_url, audience: provider.service.entity_id };
    const encrypt = { metadata, signed: 'answer' } as const;
    const whole = Buffer.from(await okta.answer({ ...fields, encrypt }), 'base64').toString();
    const stranger = await createSamlProvider(okta.entityId).answer({ ...fields, encrypt });
    const changed = Buffer.from(whole.replace('Version="2.0"', 'Version="2.0" Consent="x"')).toString('base64');
    for (const SAMLResponse of [stranger, changed])
      expect(path(await new Browser().lead(provider.service.acs_url, { SAMLResponse }))).toBe(refused);
    expect((await reasons(provider, 'auth.sso_login')).every((reason) => /not by a certificate/.test(reason))).toBe(true);
    expect(await opened()).toBe(0);
    expect(await arrive(new Browser(), provider, 'grace-opened', { encrypt })).toBe('/');
    expect(await opened()).toBe(1);
  });

  it('are refused when they are for another, of another provider, of an old kind, or not signed', async () => {
    const provider = await connect();
    const [metadata, foreign] = [await metadataOf(provider), await metadataOf(await connect())];
    const stranger = createSamlProvider(okta.entityId);
    const subject = 'mallory@corp.example';
    const fields = { subject, attributes: { email: subject }, acsUrl: provider.service.acs_url, audience: provider.service.entity_id };
    const encrypt = { metadata, signed: 'assertion' } as const;
    const whole = Buffer.from(await okta.answer({ ...fields, encrypt: { metadata, signed: 'answer' } }), 'base64').toString();
    const answers = [
      await okta.answer({ ...fields, encrypt: { metadata: foreign, signed: 'assertion' } }),
      await stranger.answer({ ...fields, encrypt }),
      await okta.answer({ ...fields, encrypt: { ...encrypt, algorithm: 'http://www.w3.org/2001/04/xmlenc#tripledes-cbc' } }),
      Buffer.from(whole.replace(/<ds:Signature.*?<\/ds:Signature>/s, '')).toString('base64'),
      Buffer.from(whole.replace(/(<saml:EncryptedAssertion.*<\/saml:EncryptedAssertion>)/s, '$1$1')).toString('base64'),
    ];
    for (const SAMLResponse of answers) expect(path(await new Browser().lead(provider.service.acs_url, { SAMLResponse }))).toBe(refused);
    const told = await reasons(provider, 'auth.sso_login');
    expect(told[0]).toMatch(/cannot be decrypted/);
    expect(told[1]).toMatch(/signature is missing, or not by a certificate/);
    expect(told[2]).toMatch(/without AES-GCM/);
    expect(told[4]).toMatch(/more than one assertion/);
    expect(told).toHaveLength(5);
  });

  it('are for a key that is kept sealed, which a rotation of the keys takes along [F059]', async () => {
    const provider = await connect();
    const metadata = await metadataOf(provider);
    const { db, config } = sso.instance.services.platform;
    const [before] = await db.select({ key: ssoProviders.ownKey }).from(ssoProviders).where(eq(ssoProviders.id, provider.id));
    const rotation = await rotateSecrets(db, readKeyring(newKey(), await keptSecretsKey(config.DATA_DIR)), 'test');
    expect(before?.key).toMatch(/^sealed\.v1\./);
    expect(rotation.lost).toBe(0);
    const [after] = await db.select({ key: ssoProviders.ownKey }).from(ssoProviders).where(eq(ssoProviders.id, provider.id));
    expect(after?.key).not.toBe(before?.key);
    expect(await metadataOf(provider)).toBe(metadata);
  });
});

describe('single logout', () => {
  it('leads who signs out here to the provider, which is told of whom and which session', async () => {
    const provider = await connect();
    const browser = new Browser();
    await arrive(browser, provider, 'linus', { sessionIndex: '_s1' });
    const token = browser.cookies(sso.instance.url).get('ag_access') ?? '';
    const answer = await sso.instance.send('POST', 'logout', undefined, { authorization: `Bearer ${token}` });
    const { next } = z.object({ next: z.url() }).parse(answer.body);
    const peer = okta.peer(await metadataOf(provider));
    expect(next.startsWith(`${okta.entityId}/slo?`)).toBe(true);
    expect(await peer.readLogout(next)).toEqual({ subject: 'linus@corp.example', sessionIndex: '_s1' });
    expect(await sso.whoIs(browser)).toBeNull();
    // What the provider says then, and whatever else a browser brings, leads to the door.
    expect(path(await browser.lead(`${provider.service.slo_url}?SAMLResponse=abc`))).toBe('/signin');
  });

  it('leads nowhere where the provider has no address for it, and who came by password', async () => {
    const provider = await connect({ slo_url: null });
    const browser = new Browser();
    await arrive(browser, provider, 'joan');
    const signOut = async (token: string) =>
      (await sso.instance.send('POST', 'logout', undefined, { authorization: `Bearer ${token}` })).body;
    expect(await signOut(browser.cookies(sso.instance.url).get('ag_access') ?? '')).toEqual({ signed_out: true, next: null });
    const account = { email: 'rosa@other.example', password: 'SecurePass123!', name: 'Rosa' };
    const { access_token } = z.object({ access_token: z.string() }).parse((await sso.instance.send('POST', 'register', account)).body);
    expect(await signOut(access_token)).toEqual({ signed_out: true, next: null });
  });

  it('ends here the sessions that a provider names, or all that it opened for somebody, and says so to it', async () => {
    const provider = await connect();
    const peer = okta.peer(await metadataOf(provider));
    const [first, second, other] = [new Browser(), new Browser(), new Browser()];
    await arrive(first, provider, 'ann', { sessionIndex: '_a1' });
    await arrive(second, provider, 'ann', { sessionIndex: '_a2' });
    await arrive(other, provider, 'ben', { sessionIndex: '_b1' });
    const wish = peer.logout('ann@corp.example', '_a1', 'back');
    const answer = await new Browser().lead(wish.url);
    expect([await peer.readLogoutAnswer(answer), new URL(answer).searchParams.get('RelayState')]).toEqual([wish.id, 'back']);
    const who = async () => Promise.all([first, second, other].map(async (browser) => (await sso.whoIs(browser))?.email ?? null));
    expect(await who()).toEqual([null, 'ann@corp.example', 'ben@corp.example']);
    await new Browser().lead(peer.logout('ann@corp.example').url);
    expect(await who()).toEqual([null, null, 'ben@corp.example']);
  });

  it('ends nothing for a wish that is not signed by the provider, was changed, is old or comes again', async () => {
    const provider = await connect();
    const peer = okta.peer(await metadataOf(provider));
    const browser = new Browser();
    const { url } = peer.logout('cleo@corp.example');
    await new Browser().lead(url);
    await arrive(browser, provider, 'cleo');
    const stranger = createSamlProvider(okta.entityId)
      .peer(await metadataOf(provider))
      .logout('cleo@corp.example').url;
    const fresh = peer.logout('cleo@corp.example').url;
    const bad = [
      url,
      stranger,
      fresh.replace(/&SigAlg=.*$/, ''),
      fresh.replace('&SigAlg=', '&RelayState=x&SigAlg='),
      fresh.replace('rsa-sha256', 'rsa-sha1'),
      `${fresh}&SAMLRequest=abc`,
    ];
    for (const address of bad) expect(path(await new Browser().lead(address)), address).toMatch(/sso_error=sso_refused|none:422/);
    expect(await sso.whoIs(browser)).toMatchObject({ email: 'cleo@corp.example' });
    const told = (await reasons(provider, 'auth.logout')).join('\n');
    for (const reason of ['used before', 'not by a certificate', 'not signed', 'of a kind that is not taken'])
      expect(told).toContain(reason);
  });
});
