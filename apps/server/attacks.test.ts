import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createApiKey, createDiagram, Diagram, type RouteContract, register, routes, Session } from '@autograph/contracts';
import { accessCookie } from '@autograph/contracts/cookies.ts';
import { auditLog } from '@autograph/database';
import { closeSession, createTokens, type Identity, scopeOf } from '@autograph/service-kit';
import { startTestServices, type TestServices } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadServices } from './load-services.ts';
import { serviceNames } from './service-names.ts';
import { belongingsOf } from './testing/belongings.ts';

/** One line of docs/security-tests.md each: what was tried, where, and what has to happen. */
const table: (readonly [attack: string, sent: string, outcome: string])[] = [];
const password = 'Correct-horse-7-battery';
const open = routes.filter(({ path }) => !path.startsWith('/internal/'));
const guarded = open.filter((route) => !route.public);

let services: TestServices;
let ada: Identity;
let eve: Identity;
let file: Diagram;

beforeAll(async () => {
  const chosen = serviceNames.filter((name) => !['git', 'integration-hub'].includes(name));
  services = await startTestServices(await loadServices(chosen), { RATE_LIMIT_USER: '1000000', RATE_LIMIT_ADDRESS: '1000000' });
  const join = async (name: string) => {
    const { access_token } = Session.parse(await services.call(null, register, { body: { email: `${name}@example.com`, password, name } }));
    return services.platform.tokens.verifyAccessToken(access_token);
  };
  await join('admin');
  ada = await join('ada');
  eve = await join('eve');
  file = await services.call(ada, createDiagram, { body: { title: 'Hers', type: 'mixed', note_content: 'secret' } });
});
afterAll(() => services.close());

type Headers = Record<string, string>;
async function send(method: RouteContract['method'], url: string, headers: Headers = {}, body?: unknown) {
  const payload = body === undefined || method === 'GET' ? {} : { payload: JSON.stringify(body) };
  const type: Headers = body === undefined ? {} : { 'content-type': 'application/json' };
  return services.host.app('gateway').inject({ method, url, headers: { ...type, ...headers }, ...payload });
}
const as = async (who: Identity): Promise<Headers> => ({ authorization: `Bearer ${await services.token(who)}` });
/** A route's address with ids of things that belong to Ada. */
const addressOf = ({ path }: RouteContract, id = file.id) => path.replace(/:\w+/g, encodeURIComponent(id));
const tried = (attack: string, sent: string, outcome: string) => void table.push([attack, sent, outcome]);

it('keeps SQL in names, searches and ids from running [F057]', async () => {
  const hostile = ["'; drop table files; --", "' or '1'='1", '%_\\', "admin@example.com' --"];
  for (const text of hostile) {
    const made = await send('POST', '/api/diagrams', await as(ada), { title: text, type: 'canvas' });
    expect([made.statusCode, made.json().title]).toEqual([201, text]);
    expect((await send('POST', '/api/auth/login', {}, { email: text, password: text })).statusCode).toBe(401);
    for (const url of [`/api/diagrams?q=${encodeURIComponent(text)}`, `/api/diagrams/${encodeURIComponent(text)}`]) {
      const answer = await send('GET', url, await as(eve));
      expect([200, 404, 422]).toContain(answer.statusCode);
      expect(answer.body).not.toMatch(/Hers|syntax error|select .* from/i);
    }
  }
  tried(
    'SQL injection',
    'SQL as e-mail address, title, search and id',
    'Is text: kept word for word, found by nobody else, never in an error',
  );
});

it('gives HTML back as data that no browser runs [F057]', async () => {
  const script = '<img src=x onerror=alert(1)><script>alert(1)</script>';
  const shapes = [{ type: 'rectangle', x: 0, y: 0, w: 200, h: 100, text: script }];
  const body = { title: script, type: 'mixed', note_content: script, canvas_data: { shapes } };
  const made = await send('POST', '/api/diagrams', await as(ada), body);
  expect(made.headers['content-type']).toContain('application/json');
  expect(made.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  const picture = await send('GET', `/api/diagrams/${made.json().id}/export?format=svg`, await as(ada));
  expect([picture.statusCode, picture.body.includes('<script'), picture.body.includes('<img')]).toEqual([200, false, false]);
  tried(
    'HTML and script injection',
    'Elements with scripts as title, note and text of a shape; its SVG export',
    'JSON that is not sniffed, under a policy that runs nothing; escaped in SVG',
  );
});

it('lets no text become a header', async () => {
  const text = 'x\r\nSet-Cookie: evil=1\r\n\r\n<p>';
  const made = await send('POST', '/api/diagrams', await as(ada), { title: text, type: 'canvas' });
  const picture = await send('GET', `/api/diagrams/${made.json().id}/export?format=svg`, await as(ada));
  expect([made.statusCode, picture.statusCode, picture.headers['set-cookie']]).toEqual([201, 200, undefined]);
  const traced = await send('GET', '/health/live', { 'x-request-id': 'a b;evil' });
  expect(traced.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  tried(
    'Header injection',
    'Line ends in the title of a file that is exported; a request id of our header',
    'No header but ours; ids that are none are replaced',
  );
});

it('serves no file but those it means to', async () => {
  const ways = [
    '../../package.json',
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    '....//....//package.json',
    '..%5c..%5cpackage.json',
    '%00package.json',
  ];
  for (const root of ['/api/icons/', '/api/docs/', '/api/storage/diagrams/', '/api/assets/', '/api/diagrams/', '/_next/static/'])
    for (const way of ways) {
      const first = await send('GET', root + way, await as(ada));
      // The pages send doubled slashes to where they are single.
      const answer = first.statusCode === 308 ? await send('GET', String(first.headers.location), await as(ada)) : first;
      expect(answer.statusCode, root + way).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode, root + way).toBeLessThan(500);
      expect(answer.body).not.toContain('"workspaces"');
    }
  for (const url of [
    `/api/diagrams/../../internal/rooms/${file.id}`,
    `/internal/rooms/${file.id}`,
    `/api/..%2finternal%2frooms%2f${file.id}`,
  ])
    expect((await send('GET', url, await as(ada))).statusCode, url).toBe(404);
  tried(
    'Path traversal',
    'Dots, encoded dots, back-slashes and NUL below every folder that is served, and towards internal routes',
    '4xx; no file',
  );
});

it('fetches nothing that a text names', async () => {
  let fetched = 0;
  const trap = createServer((_request, response) => {
    fetched += 1;
    response.end();
  });
  trap.listen(0, '127.0.0.1');
  await once(trap, 'listening');
  const address = trap.address();
  const url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/x.png`;
  const source = `flowchart LR\n  a["<img src='${url}'>"] --> b\n  click a "${url}"\n  c@{ img: "${url}" }\n`;
  const note = `![x](${url}) <img src="${url}"> [y](${url})`;
  const made = await send('POST', '/api/diagrams', await as(ada), { title: url, type: 'mixed', note_content: note, blocks: [{ source }] });
  expect(made.statusCode).toBe(201);
  for (const format of ['svg', 'png', 'pdf', 'md'])
    expect((await send('GET', `/api/diagrams/${made.json().id}/export?format=${format}`, await as(ada))).statusCode).toBe(200);
  await send('POST', '/api/render', await as(ada), { source, format: 'png' });
  expect(fetched).toBe(0);
  trap.close();
  tried(
    'Server-side request forgery',
    'Addresses of this machine in notes, diagrams as code and pictures; exported in every way',
    'The server asks nobody',
  );
});

it('gives and changes nothing of another account, whatever route is tried with the ids of its things [F062]', async () => {
  const things = await belongingsOf(services, ada, file.id);
  const before = await things.all();
  const named = guarded.filter(({ path }) => /:\w+/.test(path));
  expect(named.length).toBeGreaterThan(40);
  const opened: string[] = [];
  for (const route of named) {
    const { url, body } = things.request(route);
    const answer = await send(route.method, url, { ...(await as(eve)), 'if-match': '*' }, body);
    if (![403, 404].includes(answer.statusCode)) opened.push(`${route.method} ${route.path}: ${answer.statusCode} ${answer.body}`);
    expect(answer.body).not.toContain('secret');
  }
  expect(opened).toEqual([]);
  expect(await things.all()).toEqual(before);
  // The ids are those of things that there are: their owner gets at them.
  for (const route of named.filter(({ method, path }) => method === 'GET' && !/^\/api\/admin\/|\/thumbnail$/.test(path)))
    expect((await send('GET', things.request(route).url, await as(ada))).statusCode, route.path).toBe(200);
  tried(
    'Insecure direct object reference',
    'A second account at every route with an id, with the ids of the first’s files, blocks, pictures, shares, teams, invitations, keys, apps, passkeys, sessions and account',
    '403 or 404; nothing is changed',
  );
});

it('believes no token that it did not sign, whose time is over, or whose session has ended [F008]', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const whole = await services.token(ada);
  const [head = '', claims = '', signature = ''] = whole.split('.');
  const read = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const sign = (text: string, secret: string) => `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  const secret = services.platform.config.AUTH_SECRET;
  const over = { ...read, iat: read.iat - 7200, exp: read.iat - 3600 };
  const other = createTokens(randomUUID() + randomUUID(), async () => true);
  const gone = { ...ada, session_id: randomUUID() };
  const ended = `${await services.token(gone)}`;
  await closeSession(services.platform, gone.session_id);
  const forged: Readonly<Record<string, string>> = {
    none: `${part({ alg: 'none', typ: 'JWT' })}.${claims}.`,
    'none with a signature': `${part({ alg: 'none', typ: 'JWT' })}.${claims}.${signature}`,
    'another key': await other.signAccessToken(ada),
    'other claims': `${head}.${part({ ...read, role: 'admin' })}.${signature}`,
    expired: sign(`${head}.${part(over)}`, secret),
    'for another audience': sign(`${head}.${part({ ...read, aud: 'elsewhere' })}`, secret),
    'ended session': ended,
  };
  for (const route of guarded) {
    expect((await send(route.method, addressOf(route), {}, {})).statusCode, route.path).toBe(401);
    for (const [kind, token] of Object.entries(forged))
      expect(
        (await send(route.method, addressOf(route), { authorization: `Bearer ${token}` }, {})).statusCode,
        `${kind} ${route.path}`,
      ).toBe(401);
  }
  tried(
    'Forged tokens',
    'JWT: algorithm none, another key, changed claims, expired, another audience, an ended session; at every route',
    '401',
  );
});

it('sends nobody elsewhere', async () => {
  const elsewhere = encodeURIComponent('https://evil.example/');
  const names = ['next', 'url', 'redirect', 'redirect_uri', 'return_to', 'callbackURL'].map((name) => `${name}=${elsewhere}`).join('&');
  for (const route of open.filter(({ method }) => method === 'GET')) {
    const answer = await send('GET', `${addressOf(route)}?${names}`, await as(ada));
    expect(String(answer.headers.location ?? ''), route.path).not.toContain('evil.example');
  }
  for (const url of ['//evil.example/', '/%2f%2fevil.example/', '/\\evil.example']) {
    const location = String((await send('GET', url)).headers.location ?? '/');
    expect(new URL(location, 'https://here.example').host).toBe('here.example');
  }
  tried('Open redirects', 'Foreign addresses in every usual parameter of every route, and as the path', 'No answer leads there');
});

it('gives every sign-in a session of its own', async () => {
  const planted = await services.token(eve);
  const login = () => send('POST', '/api/auth/login', { cookie: `${accessCookie}=${planted}` }, { email: 'ada@example.com', password });
  const [first, second] = [await login(), await login()];
  const sessions = await Promise.all(
    [first, second].map(async (answer) => services.platform.tokens.verifyAccessToken(answer.json().access_token)),
  );
  expect(new Set([eve.session_id, ...sessions.map(({ session_id }) => session_id)]).size).toBe(3);
  expect(sessions.map(({ user_id }) => user_id)).toEqual([ada.user_id, ada.user_id]);
  expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly/i);
  tried('Session fixation', 'Sign-in with the cookie of another session', 'A new session each time, in an HttpOnly cookie');
});

it('takes only the fields that a route has', async () => {
  const extra = { role: 'admin', id: randomUUID(), email_verified: true, owner_id: eve.user_id, is_deleted: true, version: 99 };
  const joined = await send('POST', '/api/auth/register', {}, { email: 'mallory@example.com', password, name: 'M', ...extra });
  expect([joined.statusCode, joined.json().user.role, joined.json().user.id === extra.id]).toEqual([201, 'editor', false]);
  await send('PATCH', `/api/diagrams/${file.id}`, { ...(await as(ada)), 'if-match': '*' }, { title: 'Hers', ...extra });
  const read = Diagram.parse((await send('GET', `/api/diagrams/${file.id}`, await as(ada))).json());
  expect([read.owner.id, read.is_deleted, read.id]).toEqual([ada.user_id, false, file.id]);
  await send('PATCH', '/api/auth/preferences', await as(eve), extra);
  expect((await send('GET', '/api/auth/me', await as(eve))).json().user.role).toBe('editor');
  tried(
    'Mass assignment',
    'Role, owner, ids and versions beside the fields of sign-up, files and preferences',
    'Are refused or left aside',
  );
});

it('refuses writes of foreign pages, whatever the route', async () => {
  const cookie = `${accessCookie}=${await services.token(ada)}`;
  const foreign: readonly Headers[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }];
  for (const route of open.filter(({ method, path, foreign: expected }) => method !== 'GET' && path.startsWith('/api/') && !expected))
    for (const from of foreign) {
      const answer = await send(route.method, addressOf(route), { cookie, ...from }, {});
      expect([answer.statusCode, answer.json().error.code], route.path).toEqual([403, 'origin_refused']);
    }
  tried(
    'Cross-site request forgery',
    'Writes with the cookie from a foreign, a hidden and a cross-site origin; at every route but the one where answers of identity providers arrive',
    '403',
  );
});

it('is not told by strangers where they come from, at which address or for which service', async () => {
  const event = async (email: string) => {
    const rows = await services.platform.db.select().from(auditLog);
    return rows.findLast(({ actor }) => actor === email)?.ipAddress;
  };
  const login = async (email: string, headers: Headers) =>
    (await send('POST', '/api/auth/login', { ...headers, 'x-forwarded-proto': 'https' }, { email, password: 'x' })).statusCode;
  expect(await login('one@example.com', { 'x-forwarded-for': '198.51.100.1', 'x-forwarded-host': 'evil.example' })).toBe(401);
  expect(await event('one@example.com')).toBe('127.0.0.1');
  tried(
    'Forged origin',
    'X-Forwarded-For, -Host and -Proto of a caller that no trusted proxy stands before, at sign-in',
    'Counted and written down under the address of the connection',
  );
});

it('holds API keys to their scope, their owner and their time, and tells none again [F108, F111]', async () => {
  const make = async (scope: 'read' | 'write') =>
    createApiKey.responses[201].parse((await send('POST', '/api/auth/keys', await as(ada), { name: scope, scope })).json());
  const [reading, writing] = [await make('read'), await make('write')];
  const by = (secret: string): Headers => ({ 'x-api-key': secret, 'if-match': '*' });
  const wrong: string[] = [];
  for (const route of guarded) {
    const answer = await send(route.method, addressOf(route), by(reading.secret), {});
    if (scopeOf(route) !== 'read' && answer.statusCode !== 403) wrong.push(`${route.method} ${route.path} ${answer.statusCode}`);
    if (answer.body.includes(reading.secret) || answer.body.includes(writing.secret)) wrong.push(`${route.path} tells a key`);
  }
  expect(wrong).toEqual([]);
  const forged = [
    `${writing.secret.slice(0, -1)}${writing.secret.endsWith('A') ? 'B' : 'A'}`,
    writing.key.prefix,
    'ag_',
    `ag_${'a'.repeat(5000)}`,
  ];
  for (const secret of forged) expect((await send('GET', '/api/diagrams', by(secret))).statusCode).toBe(401);
  expect((await send('GET', `/api/diagrams/${file.id}`, by(writing.secret))).statusCode).toBe(200);
  expect((await send('DELETE', `/api/auth/keys/${writing.key.id}`, await as(eve))).statusCode).toBe(404);
  expect((await send('DELETE', `/api/auth/keys/${writing.key.id}`, await as(ada))).statusCode).toBe(200);
  expect((await send('GET', '/api/diagrams', by(writing.secret))).statusCode).toBe(401);
  tried(
    'Abuse of API keys',
    'A key that may only read at every route; keys that are cut, changed, revoked; a key taken back by another account',
    '403 beyond its scope, 401 when it is none or none any more; no answer tells a key again',
  );
});

it('is told in the documentation', async () => {
  const rows = table.map((row) => `| ${row.join(' | ')} |`).join('\n');
  await expect(
    `# Attacks that are tried in every run of the tests\n\nThrough the gateway, over the whole product (\`apps/server/attacks.test.ts\`, which writes this table with \`-u\`).\nBeside these, \`apps/server/hostile.test.ts\` sends every route random bodies and queries made from its own schema: no answer is a 5xx.\n\n| attack | what is sent | what has to happen |\n|---|---|---|\n${rows}\n`,
  ).toMatchFileSnapshot('../../docs/security-tests.md');
});
