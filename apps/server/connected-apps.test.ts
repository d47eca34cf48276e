import { createHash, randomBytes } from 'node:crypto';
import {
  Diagram,
  decideAuthorization,
  describeAuthorization,
  introspectToken,
  issueToken,
  listConnectedApps,
  oauthMetadata,
  registerApp,
} from '@autograph/contracts';
import { auditLog, oauthApps, oauthCodes, oauthTokens } from '@autograph/database';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startProduct, type TestProduct } from './testing/start-product.ts';

const Registered = registerApp.responses[201];
const Tokens = issueToken.responses[200];
const minutes = 60_000;
const days = 1440 * minutes;
const home = 'https://app.example.com/done?from=autograph';

describe('apps of others', () => {
  let product: TestProduct;
  let maker: Awaited<ReturnType<TestProduct['person']>>;
  let ada: Awaited<ReturnType<TestProduct['person']>>;
  let root: Awaited<ReturnType<TestProduct['person']>>;
  let clientId: string;
  beforeAll(async () => {
    product = await startProduct();
    [maker, ada, root] = [await product.person('Max'), await product.person('Ada'), await product.person('Root', 'admin')];
    clientId = (await register()).app.id;
  });
  afterAll(() => product.close());
  afterEach(() => void vi.useRealTimers());

  async function register(more: Record<string, unknown> = {}) {
    const body = { name: 'Docs Sync', homepage: 'https://example.com', redirect_uris: [home, 'com.example.app:/done'], ...more };
    return (await product.ask('POST', '/api/auth/apps', { token: maker.token, body })).read(Registered);
  }
  const verifier = randomBytes(32).toString('base64url');
  const asking = (more: Record<string, string> = {}) => ({
    client_id: clientId,
    redirect_uri: home,
    response_type: 'code',
    state: 'x/y',
    scope: 'read write',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  });
  const describeFor = (query: Record<string, string>, token = ada.token) =>
    product.ask('GET', `/api/auth/authorization?${new URLSearchParams(query)}`, { token });
  async function decide(more: Record<string, string> = {}, approve = true, token = ada.token) {
    const answer = await product.ask('POST', '/api/auth/authorization', { token, body: { ...asking(more), approve } });
    return new URL(answer.read(decideAuthorization.responses[200]).redirect_to).searchParams;
  }
  const tokenAt = (fields: Record<string, string>, headers?: Record<string, string>) =>
    product.ask('POST', '/oauth/token', { body: new URLSearchParams(fields), ...(headers && { headers }) });
  const trade = (code: string, more: Record<string, string> = {}) =>
    tokenAt({ grant_type: 'authorization_code', client_id: clientId, redirect_uri: home, code, code_verifier: verifier, ...more });
  const renew = (refresh_token: string, more: Record<string, string> = {}) =>
    tokenAt({ grant_type: 'refresh_token', client_id: clientId, refresh_token, ...more });
  /** Lets the app in and gives its tokens. */
  async function connect(scope: string, token = ada.token) {
    const code = (await decide({ scope }, true, token)).get('code') ?? '';
    return (await trade(code)).read(Tokens);
  }
  const outcome = ({ status, code }: { status: number; code: string | undefined }) => [status, code];

  it('say what they want, are agreed to, and trade the code for a token that opens files [F112]', async () => {
    const shown = (await describeFor(asking())).read(describeAuthorization.responses[200]);
    expect(shown).toMatchObject({
      app: { name: 'Docs Sync', homepage: 'https://example.com', owner: 'Max', answers_at: home },
      scopes: ['read', 'write'],
      redirect_to: null,
    });
    const answer = await decide();
    expect([answer.get('from'), answer.get('state')]).toEqual(['autograph', 'x/y']);
    expect(answer.get('iss')).toBe(product.services.platform.config.PUBLIC_URL);
    const traded = await trade(answer.get('code') ?? '');
    expect(traded.headers.get('cache-control')).toBe('no-store');
    const tokens = traded.read(Tokens);
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'read write' });
    const made = await product.ask('POST', '/api/diagrams', { token: tokens.access_token, body: { title: 'By app', type: 'canvas' } });
    expect(made.read(Diagram).owner.id).toBe(ada.identity.user_id);
    expect((await product.ask('GET', '/api/diagrams', { token: tokens.access_token })).status).toBe(200);
    const { db } = product.services.platform;
    const stored = JSON.stringify([await db.select().from(oauthTokens), await db.select().from(oauthCodes)]);
    for (const secret of [tokens.access_token, tokens.refresh_token, answer.get('code') ?? '']) expect(stored).not.toContain(secret);
  });

  it('may live in a page of their own site, which trades its code without a server', async () => {
    const origin = 'https://app.example.com';
    const code = (await decide({ scope: 'read' })).get('code') ?? '';
    const fields = { grant_type: 'authorization_code', client_id: clientId, redirect_uri: home, code, code_verifier: verifier };
    const traded = await tokenAt(fields, { origin, 'sec-fetch-site': 'cross-site' });
    const { access_token: token } = traded.read(Tokens);
    expect([traded.headers.get('access-control-allow-origin'), traded.headers.get('access-control-allow-credentials')]).toEqual([
      '*',
      null,
    ]);
    const revoked = await product.ask('POST', '/oauth/revoke', {
      body: new URLSearchParams({ client_id: clientId, token }),
      headers: { origin },
    });
    expect([revoked.status, revoked.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    const elsewhere = await product.ask('POST', '/api/auth/logout', { headers: { origin } });
    expect([outcome(elsewhere), elsewhere.headers.get('access-control-allow-origin')]).toEqual([[403, 'origin_refused'], null]);
  });

  it('are answered at their registered addresses alone, compared exactly, with PKCE', async () => {
    for (const redirect_uri of [`${home}&more=1`, 'https://app.example.com/done', 'https://evil.example/', ''])
      expect(outcome(await describeFor(asking({ redirect_uri })))).toEqual([400, 'unknown_redirect']);
    expect(outcome(await describeFor(asking({ client_id: 'nobody' })))).toEqual([400, 'unknown_app']);
    const told = async (more: Record<string, string>) => {
      const { redirect_to } = (await describeFor(asking(more))).read(describeAuthorization.responses[200]);
      return new URL(redirect_to ?? '').searchParams.get('error');
    };
    expect(await told({ code_challenge_method: 'plain' })).toBe('invalid_request');
    expect(await told({ code_challenge: '' })).toBe('invalid_request');
    expect(await told({ response_type: 'token' })).toBe('unsupported_response_type');
    expect(await told({ scope: 'read everything' })).toBe('invalid_scope');
    expect((await decide({}, false)).get('error')).toBe('access_denied');
    const refused = async (redirect: string) => {
      const body = { name: 'Bad', redirect_uris: [redirect] };
      return (await product.ask('POST', '/api/auth/apps', { token: maker.token, body })).status;
    };
    const bad = [
      'http://example.com/',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://a.example/#x',
      'https://u:p@a.example/',
      '/done',
    ];
    expect(await Promise.all(bad.map(refused))).toEqual(bad.map(() => 422));
  });

  it('get tokens for a code only once, only with its verifier and address, and only for a minute', async () => {
    const codeOf = async () => (await decide()).get('code') ?? '';
    const code = await codeOf();
    const failing = [
      await trade(code, { code_verifier: 'wrong' }),
      await trade(code, { redirect_uri: 'com.example.app:/done' }),
      await trade(code, { client_id: (await register()).app.id }),
      await trade('agc_unknown'),
    ];
    for (const { status, body } of failing) expect([status, body]).toMatchObject([400, { error: 'invalid_grant' }]);
    const answers = await Promise.all([trade(code), trade(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const first = answers.find(({ status }) => status === 200)?.read(Tokens);
    expect((await trade(code)).body).toMatchObject({ error: 'invalid_grant', error_description: expect.stringMatching(/used already/) });
    expect(outcome(await product.ask('GET', '/api/diagrams', { token: first?.access_token ?? '' }))).toEqual([401, 'token_revoked']);
    const late = await codeOf();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * minutes });
    expect((await trade(late)).body).toMatchObject({ error: 'invalid_grant', error_description: expect.stringMatching(/expired/) });
  });

  it('renew their access without asking again, each refresh token once [F113]', async () => {
    const first = await connect('write');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * minutes });
    expect(outcome(await product.ask('GET', '/api/diagrams', { token: first.access_token }))).toEqual([401, 'token_expired']);
    const second = (await renew(first.refresh_token)).read(Tokens);
    expect(second.scope).toBe('write');
    expect((await product.ask('GET', '/api/diagrams', { token: second.access_token })).status).toBe(200);
    const narrow = (await renew(second.refresh_token, { scope: 'read' })).read(Tokens);
    expect(outcome(await product.ask('POST', '/api/diagrams', { token: narrow.access_token, body: { title: 'x', type: 'note' } }))).toEqual(
      [403, 'insufficient_scope'],
    );
    expect((await renew(narrow.refresh_token, { scope: 'admin' })).body).toMatchObject({ error: 'invalid_scope' });
    expect((await renew(first.refresh_token)).body).toMatchObject({ error: 'invalid_grant' });
    // The replay has ended all that came from the same code.
    expect(outcome(await product.ask('GET', '/api/diagrams', { token: narrow.access_token }))).toEqual([401, 'token_revoked']);
    expect((await renew(narrow.refresh_token)).body).toMatchObject({ error: 'invalid_grant' });
    vi.useRealTimers();
    const other = await connect('read');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * days });
    expect((await renew(other.refresh_token)).body).toMatchObject({ error_description: 'The refresh token has expired.' });
  });

  it('are held to what the person agreed to, and to what the person may do [F114]', async () => {
    const reading = await connect('read');
    const body = { title: 'Scoped', type: 'canvas' };
    expect(outcome(await product.ask('POST', '/api/diagrams', { token: reading.access_token, body }))).toEqual([403, 'insufficient_scope']);
    const writing = await connect('write');
    const call = (method: string, path: string, token: string, sent?: unknown) =>
      product.ask(method, path, { token, body: sent, headers: { 'if-match': '*' } });
    const { id } = (await call('POST', '/api/diagrams', writing.access_token, body)).read(Diagram);
    expect((await call('PATCH', `/api/diagrams/${id}`, writing.access_token, { title: 'New' })).status).toBe(200);
    expect((await call('DELETE', `/api/diagrams/${id}`, writing.access_token)).status).toBe(200);
    // Only admins can let an app manage users.
    expect((await connect('admin')).scope).toBe('write');
    const managing = await connect('admin', root.token);
    expect(managing.scope).toBe('admin');
    expect((await call('GET', '/api/admin/users', managing.access_token)).status).toBe(200);
    const short = (await connect('write', root.token)).access_token;
    expect(outcome(await call('GET', '/api/admin/users', short))).toEqual([403, 'insufficient_scope']);
    expect(outcome(await call('GET', '/api/auth/keys', writing.access_token))).toEqual([403, 'session_required']);
    expect(outcome(await call('POST', '/api/auth/authorization', writing.access_token, { ...asking(), approve: true }))).toEqual([
      403,
      'session_required',
    ]);
  });

  it('are disconnected: their next call is refused [F115]', async () => {
    const tokens = await connect('write');
    expect((await product.ask('GET', '/api/diagrams', { token: tokens.access_token })).status).toBe(200);
    const listed = (await product.ask('GET', '/api/auth/connected-apps', { token: ada.token })).read(listConnectedApps.responses[200]);
    const [connected] = listed.items.filter(({ app }) => app.id === clientId);
    expect(connected).toMatchObject({ app: { name: 'Docs Sync' }, scopes: ['write'], last_used_at: expect.any(String) });
    const gone = (token: string) => product.ask('DELETE', `/api/auth/connected-apps/${connected?.id}`, { token });
    expect((await gone(maker.token)).status).toBe(404);
    expect((await gone(ada.token)).status).toBe(200);
    expect(outcome(await product.ask('GET', '/api/diagrams', { token: tokens.access_token }))).toEqual([401, 'token_revoked']);
    expect((await renew(tokens.refresh_token)).body).toMatchObject({ error: 'invalid_grant' });
    const after = (await product.ask('GET', '/api/auth/connected-apps', { token: ada.token })).read(listConnectedApps.responses[200]);
    expect(after.items).toEqual([]);
  });

  it('prove themselves by a secret where they have one, look at their tokens and give them back', async () => {
    const { app, client_secret } = await register({ confidential: true });
    expect(JSON.stringify(await product.services.platform.db.select().from(oauthApps))).not.toContain(client_secret);
    const code = (await decide({ client_id: app.id })).get('code') ?? '';
    const unproven = await trade(code, { client_id: app.id });
    expect([unproven.status, unproven.body]).toMatchObject([401, { error: 'invalid_client' }]);
    const basic = { authorization: `Basic ${Buffer.from(`${app.id}:${client_secret}`).toString('base64')}` };
    const fields = { grant_type: 'authorization_code', redirect_uri: home, code, code_verifier: verifier };
    const tokens = (await tokenAt(fields, basic)).read(Tokens);
    const look = async (token: string) =>
      (await product.ask('POST', '/oauth/introspect', { body: new URLSearchParams({ token }), headers: basic })).read(
        introspectToken.responses[200],
      );
    expect(await look(tokens.access_token)).toMatchObject({ active: true, scope: 'read write', sub: ada.identity.user_id });
    await product.ask('POST', '/oauth/revoke', { body: new URLSearchParams({ token: tokens.refresh_token }), headers: basic });
    expect(await look(tokens.access_token)).toEqual({ active: false });
    expect(outcome(await product.ask('GET', '/api/diagrams', { token: tokens.access_token }))).toEqual([401, 'token_revoked']);
    const renewed = await product.ask('POST', `/api/auth/apps/${app.id}/secret`, { token: maker.token });
    expect(renewed.status).toBe(200);
    expect((await tokenAt(fields, basic)).body).toMatchObject({ error: 'invalid_client' });
  });

  it('are looked after by who registered them, and by admins', async () => {
    const { app } = await register({ name: 'Kept' });
    const change = (token: string) => product.ask('PATCH', `/api/auth/apps/${app.id}`, { token, body: { name: 'Taken' } });
    expect((await change(ada.token)).status).toBe(404);
    expect((await change(maker.token)).status).toBe(200);
    const tokens = await (async () => {
      const code = (await decide({ client_id: app.id })).get('code') ?? '';
      return (await trade(code, { client_id: app.id })).read(Tokens);
    })();
    expect((await product.ask('DELETE', `/api/auth/apps/${app.id}`, { token: root.token })).status).toBe(200);
    expect(outcome(await product.ask('GET', '/api/diagrams', { token: tokens.access_token }))).toEqual([401, 'token_revoked']);
    const log = await product.services.platform.db.select().from(auditLog).orderBy(auditLog.id);
    const events = log.filter(({ resourceId }) => resourceId === app.id);
    expect(events.map(({ action }) => action)).toEqual([
      'app.registered',
      'app.changed',
      'app.authorized',
      'app.token_issued',
      'app.deleted',
    ]);
  });

  it('find all addresses in one place', async () => {
    const found = (await product.ask('GET', '/.well-known/oauth-authorization-server')).read(oauthMetadata.responses[200]);
    expect(found).toMatchObject({
      code_challenge_methods_supported: ['S256'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
    });
    expect(found.token_endpoint).toBe(`${found.issuer}/oauth/token`);
  });
});
