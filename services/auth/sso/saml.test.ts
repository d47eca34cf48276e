import { SamlConnection, SsoCheck, type SsoProvider } from '@autograph/contracts';
import { auditLog, users } from '@autograph/database';
import { desc, eq } from '@autograph/database/query.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Browser } from '../testing/browser.ts';
import { createSamlProvider, type SamlAnswerFields, type SamlProvider } from '../testing/saml-provider.ts';
import { startSso, type TestSso } from '../testing/start-sso.ts';

let sso: TestSso;
let entra: SamlProvider;
let okta: SamlProvider;
beforeAll(async () => {
  sso = await startSso();
  entra = createSamlProvider('https://sts.windows.example/tenant');
  okta = createSamlProvider('http://www.okta.example/exk1');
});
afterAll(() => sso.instance.close());

const bearer = () => ({ authorization: `Bearer ${sso.admin.access_token}` });

/** The fields of the form of a new provider, read from its metadata as the page does. */
async function connectionOf(provider: SamlProvider): Promise<SamlConnection> {
  const read = await sso.instance.admin('POST', 'sso/metadata', { xml: provider.metadata }, bearer());
  return SamlConnection.parse(read.body);
}

async function connect(provider: SamlProvider, preset: SsoProvider['preset'], more: Readonly<Record<string, unknown>> = {}) {
  return sso.connect({ preset, name: preset, connection: await connectionOf(provider), ...more });
}

type Person = Pick<SamlAnswerFields, 'subject' | 'attributes'>;

const oktaPerson = (name: string, groups: readonly string[] = []): Person => ({
  subject: `${name}@corp.example`,
  attributes: { email: `${name}@corp.example`, displayName: `${name} of Okta`, ...(groups.length > 0 ? { groups } : {}) },
});

/** Goes to the provider and comes back with its answer; gives where the browser is sent at last. */
async function signIn(
  browser: Browser,
  { id }: SsoProvider,
  provider: SamlProvider,
  person: Person,
  wrong: Partial<SamlAnswerFields> = {},
  next = '/f/1',
): Promise<string> {
  const asked = await browser.lead(`${sso.instance.url}/api/auth/sso/${id}/start?next=${encodeURIComponent(next)}`);
  const request = provider.readRequest(asked);
  const answer = await provider.answer({
    ...person,
    acsUrl: request.acsUrl,
    audience: request.issuer,
    inResponseTo: request.id,
    ...wrong,
  });
  const sent = await browser.lead(request.acsUrl, { SAMLResponse: answer });
  return sent.includes('/finish') ? browser.lead(sent) : sent;
}

/** Starts at the provider, as its portal does. */
async function fromPortal(browser: Browser, { service }: SsoProvider, provider: SamlProvider, person: Person, relay = '') {
  const answer = await provider.answer({ ...person, acsUrl: service.acs_url, audience: service.entity_id });
  const form = { SAMLResponse: answer, RelayState: relay };
  const sent = await browser.lead(service.acs_url, form);
  return { form, end: sent.includes('/finish') ? await browser.lead(sent) : sent };
}

const path = (address: string) => address.replace(sso.instance.url, '');

async function lastProblem(provider: SsoProvider): Promise<string> {
  const { body } = await sso.instance.admin('POST', `sso/${provider.id}/test`, undefined, bearer());
  const { checks } = z.object({ checks: z.array(SsoCheck) }).parse(body);
  return checks.find(({ name }) => name === 'Last sign-in')?.message ?? '';
}

describe('signing in through SAML', () => {
  it('sends the browser to Entra ID and comes back with a session [F082]', async () => {
    const provider = await connect(entra, 'entra');
    const browser = new Browser();
    const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';
    const person = {
      subject: 'AAAAB3Nz',
      attributes: {
        [`${claims}/emailaddress`]: 'Grace@corp.example',
        [`${claims}/givenname`]: 'Grace',
        [`${claims}/surname`]: 'Hopper',
      },
    };
    expect(path(await signIn(browser, provider, entra, person))).toBe('/f/1');
    expect(await sso.whoIs(browser)).toMatchObject({ email: 'grace@corp.example', name: 'Grace Hopper' });
    expect(browser.cookies(sso.instance.url).get('ag_access')).toMatch(/^ey/);
  });

  it('fills the account from the attributes that Okta maps, once [F083] [F085]', async () => {
    const provider = await connect(okta, 'okta', { default_role: 'viewer' });
    for (const name of ['first', 'second']) {
      const person = oktaPerson('linus');
      const browser = new Browser();
      await signIn(browser, provider, okta, { ...person, attributes: { ...person.attributes, displayName: `Linus ${name}` } });
      expect(await sso.whoIs(browser)).toMatchObject({ email: 'linus@corp.example', name: `Linus ${name}`, role: 'viewer' });
    }
    const rows = await sso.instance.services.platform.db.select().from(users).where(eq(users.email, 'linus@corp.example'));
    expect(rows.map(({ emailVerified }) => emailVerified)).toEqual([true]);
  });

  it('begins at OneLogin as well as here, and makes the account at the first [F084]', async () => {
    const onelogin = createSamlProvider('https://app.onelogin.example/saml/metadata/1');
    const provider = await connect(onelogin, 'onelogin');
    const person = {
      subject: 'barbara@corp.example',
      attributes: { 'User.email': 'barbara@corp.example', 'User.FirstName': 'Barbara', 'User.LastName': 'Liskov' },
    };
    const portal = new Browser();
    expect(path((await fromPortal(portal, provider, onelogin, person, '/shared')).end)).toBe('/shared');
    const first = await sso.whoIs(portal);
    expect(first).toMatchObject({ name: 'Barbara Liskov' });
    const browser = new Browser();
    await signIn(browser, provider, onelogin, person);
    expect((await sso.whoIs(browser))?.id).toBe(first?.id);
    expect(path((await fromPortal(new Browser(), provider, onelogin, person, 'https://evil.example/x')).end)).toBe('/');
    await sso.change(provider.id, { idp_initiated: false });
    expect(path((await fromPortal(new Browser(), provider, onelogin, person)).end)).toBe('/signin?sso_error=sso_refused');
  });

  it('gives the strongest role of the groups, which counts at once, and takes it back [F086]', async () => {
    const role_map = [
      { group: 'Developers', role: 'editor' },
      { group: 'Architects', role: 'admin' },
    ];
    const provider = await connect(okta, 'okta', { role_map, default_role: 'viewer' });
    const roleWith = async (...groups: string[]) => {
      const browser = new Browser();
      await signIn(browser, provider, okta, oktaPerson('katherine', groups));
      const response = await browser.open(`${sso.instance.url}/api/admin/users`);
      await response.arrayBuffer();
      return [(await sso.whoIs(browser))?.role, response.status];
    };
    expect(await roleWith('Developers', 'Everyone')).toEqual(['editor', 403]);
    expect(await roleWith('Architects', 'Developers')).toEqual(['admin', 200]);
    expect(await roleWith()).toEqual(['viewer', 403]);
  });

  it('takes no answer that is not signed by the provider for this instance now, and says why', async () => {
    const provider = await connect(okta, 'okta');
    const stranger = createSamlProvider(okta.entityId);
    const attempts: [RegExp, Partial<SamlAnswerFields>, SamlProvider?][] = [
      [/signature is missing, or not by a certificate/, {}, stranger],
      [/audience is https:\/\/other.example/, { audience: 'https://other.example' }],
      [/recipient is https:\/\/other.example\/acs/, { recipient: 'https://other.example/acs' }],
      [/issuer is https:\/\/other.example/, { issuer: 'https://other.example' }],
      [/has lapsed/, { validFor: -180_000 }],
      [/answers no sign-in that was begun here/, { inResponseTo: '_other' }],
      [/SHA-1/, { algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }],
      [/did not sign the person in: urn:.*Responder/, { status: 'urn:oasis:names:tc:SAML:2.0:status:Responder' }],
      [
        /no e-mail address in the attribute "email"; attributes that were sent: mail/,
        { subject: 'x', attributes: { mail: 'a@b.example' } },
      ],
    ];
    for (const [reason, wrong, signer = okta] of attempts) {
      const browser = new Browser();
      expect(path(await signIn(browser, provider, signer, oktaPerson('mallory'), wrong))).toBe('/signin?sso_error=sso_refused');
      expect(await lastProblem(provider)).toMatch(reason);
      expect(await sso.whoIs(browser)).toBeNull();
    }
    for (const text of ['', 'bm90IHhtbA==', Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>').toString('base64')])
      expect(path(await new Browser().lead(provider.service.acs_url, { SAMLResponse: text }))).toBe('/signin?sso_error=sso_refused');
  });

  it('takes nothing that was moved out of or put beside what was signed', async () => {
    const provider = await connect(okta, 'okta');
    const answer = await okta.answer({ ...oktaPerson('eve'), acsUrl: provider.service.acs_url, audience: provider.service.entity_id });
    const xml = Buffer.from(answer, 'base64').toString();
    const assertion = /<saml:Assertion .*<\/saml:Assertion>/.exec(xml)?.[0] ?? '';
    const forged = assertion
      .replace(/<ds:Signature.*<\/ds:Signature>/, '')
      .replaceAll('eve@corp.example', 'ada@example.com')
      .replace(/ ID="[^"]*"/, ' ID="_forged"');
    const attempts = [
      xml.replaceAll('eve@corp.example', 'ada@example.com'),
      xml.replace(/<ds:Signature.*<\/ds:Signature>/, ''),
      xml.replace(assertion, `${forged}<samlp:Extensions>${assertion}</samlp:Extensions>`),
      xml.replace(assertion, forged + assertion),
    ];
    for (const text of attempts) {
      const browser = new Browser();
      const sent = await browser.lead(provider.service.acs_url, { SAMLResponse: Buffer.from(text).toString('base64') });
      if (sent.includes('/finish')) await browser.lead(sent);
      expect((await sso.whoIs(browser))?.email).not.toBe('ada@example.com');
    }
  });

  it('takes an answer once, and only in the browser that asked', async () => {
    const provider = await connect(okta, 'okta');
    const { form } = await fromPortal(new Browser(), provider, okta, oktaPerson('joan'));
    expect(path(await new Browser().lead(provider.service.acs_url, form))).toBe('/signin?sso_error=sso_refused');
    expect(await lastProblem(provider)).toContain('was used before');
    const asking = new Browser();
    const request = okta.readRequest(await asking.lead(`${sso.instance.url}/api/auth/sso/${provider.id}/start`));
    const answer = { ...oktaPerson('joan'), acsUrl: request.acsUrl, audience: request.issuer, inResponseTo: request.id };
    const other = new Browser();
    const ticket = await other.lead(request.acsUrl, { SAMLResponse: await okta.answer(answer) });
    expect(path(await other.lead(ticket))).toBe('/signin?sso_error=sso_refused');
    expect(path(await asking.lead(request.acsUrl, { SAMLResponse: await okta.answer(answer) }))).toBe('/signin?sso_error=sso_refused');
  });

  it('takes over an account with a password only for domains that are listed, and makes none where it may not', async () => {
    const provider = await connect(okta, 'okta', { provision: false });
    const account = { email: 'rosa@corp.example', password: 'SecurePass123!', name: 'Rosa' };
    await sso.instance.send('POST', 'register', account);
    expect(path(await signIn(new Browser(), provider, okta, oktaPerson('nobody')))).toBe('/signin?sso_error=sso_no_account');
    expect(path(await signIn(new Browser(), provider, okta, oktaPerson('rosa')))).toBe('/signin?sso_error=sso_account_exists');
    await sso.change(provider.id, { domains: ['other.example'] });
    expect(path(await signIn(new Browser(), provider, okta, oktaPerson('rosa')))).toBe('/signin?sso_error=sso_domain_refused');
    await sso.change(provider.id, { domains: ['corp.example'] });
    const browser = new Browser();
    await signIn(browser, provider, okta, oktaPerson('rosa'));
    expect((await sso.whoIs(browser))?.email).toBe('rosa@corp.example');
    // Whoever registered the address never proved that it is theirs.
    expect((await sso.instance.send('POST', 'login', account)).status).toBe(401);
    await sso.change(provider.id, { enabled: false });
    expect(path(await browser.lead(`${sso.instance.url}/api/auth/sso/${provider.id}/start`))).toBe('/signin?sso_error=not_found');
  });

  it('writes sign-ins and refusals with provider, address and IP to the audit log [F089]', async () => {
    const provider = await connect(okta, 'okta', { name: 'Our Okta' });
    await signIn(new Browser(), provider, okta, oktaPerson('linus2'));
    await signIn(new Browser(), provider, okta, oktaPerson('ada'), { attributes: { email: 'ada@example.com' } });
    const log = await sso.instance.services.platform.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.resourceId, provider.id))
      .orderBy(desc(auditLog.createdAt));
    expect(log).toMatchObject([
      {
        action: 'auth.sso_login',
        result: 'failure',
        actor: 'ada@example.com',
        ipAddress: '127.0.0.1',
        details: { by: 'Our Okta', reason: 'sso_account_exists' },
      },
      { action: 'auth.sso_login', result: 'success', actor: 'linus2@corp.example', ipAddress: '127.0.0.1', details: { by: 'Our Okta' } },
      { action: 'admin.sso_added', result: 'success', details: { name: 'Our Okta' } },
    ]);
  });

  it('tells what is wrong with a connection, and with metadata that cannot be read', async () => {
    const connection = await connectionOf(okta);
    const provider = await sso.connect({ preset: 'okta', name: 'Off', connection: { ...connection, sso_url: 'http://127.0.0.1:9/sso' } });
    const { body } = await sso.instance.admin('POST', `sso/${provider.id}/test`, undefined, bearer());
    expect(body).toMatchObject({
      checks: [
        { name: 'Sign-in address', status: 'failed', message: expect.stringContaining('cannot be reached') },
        { name: 'Certificate', status: 'ok' },
        { name: 'Address of this instance', status: 'warning' },
        { name: 'Last sign-in', status: 'warning' },
      ],
    });
    const bad = await sso.instance.admin('POST', 'sso/metadata', { xml: '<html></html>' }, bearer());
    expect([bad.status, JSON.stringify(bad.body)]).toEqual([422, expect.stringContaining('no metadata')]);
    const certificates = ['not a certificate'];
    const wrong = { preset: 'okta', name: 'x', connection: { ...connection, certificates } };
    const refused = await sso.instance.admin('POST', 'sso', wrong, bearer());
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('body.connection.certificates.0')]);
    const own = await new Browser().open(provider.service.entity_id);
    expect(await own.text()).toContain(`Location="${provider.service.acs_url}"`);
  });
});
