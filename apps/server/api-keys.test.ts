import { speak } from '@autograph/collaboration/testing/speak.ts';
import { ApiKey, createApiKey, Diagram, listApiKeys } from '@autograph/contracts';
import { apiKeys, auditLog } from '@autograph/database';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { startProduct, type TestProduct } from './testing/start-product.ts';

const Made = createApiKey.responses[201];
const days = 86_400_000;

describe('API keys', () => {
  let product: TestProduct;
  let ada: Awaited<ReturnType<TestProduct['person']>>;
  let root: Awaited<ReturnType<TestProduct['person']>>;
  beforeAll(async () => {
    product = await startProduct();
    [ada, root] = [await product.person('Ada'), await product.person('Root', 'admin')];
  });
  afterAll(() => product.close());
  afterEach(() => void vi.useRealTimers());

  const make = async (body: z.input<typeof createApiKey.body>, token = ada.token) =>
    (await product.ask('POST', '/api/auth/keys', { token, body })).read(Made);
  const withKey = (method: string, path: string, secret: string, body?: unknown) =>
    product.ask(method, path, { headers: { 'x-api-key': secret, 'if-match': '*' }, body });
  const outcome = ({ status, code }: { status: number; code: string | undefined }) => [status, code];

  it('are made with a name, shown once, stored as a hash, and stand for their owner [F108]', async () => {
    const { key, secret } = await make({ name: 'Nightly export', scope: 'write' });
    expect(key).toMatchObject({ name: 'Nightly export', scope: 'write', last_used_at: null, expires_at: null, revoked_at: null });
    expect(secret.startsWith(key.prefix)).toBe(true);
    expect((await withKey('GET', '/api/auth/me', secret)).body).toMatchObject({ user: { id: ada.identity.user_id } });
    const { id } = (await withKey('POST', '/api/diagrams', secret, { title: 'By key', type: 'canvas' })).read(Diagram);
    const asBearer = await product.ask('GET', `/api/diagrams/${id}`, { token: secret });
    expect(asBearer.body).toMatchObject({ title: 'By key', owner: { id: ada.identity.user_id }, access: 'owner' });
    const foreign = (await product.ask('POST', '/api/diagrams', { token: root.token, body: { title: 'Closed', type: 'note' } })).read(
      Diagram,
    );
    expect(outcome(await withKey('GET', `/api/diagrams/${foreign.id}`, secret))).toEqual([403, 'forbidden']);
    const stored = JSON.stringify(await product.services.platform.db.select().from(apiKeys));
    expect(stored).not.toContain(secret);
    const listed = await product.ask('GET', '/api/auth/keys', { token: ada.token });
    expect(JSON.stringify(listed.body)).not.toContain(secret);
    expect(listed.read(listApiKeys.responses[200]).items[0]).toMatchObject({ id: key.id, last_used_at: expect.any(String) });
    expect(outcome(await product.ask('GET', '/api/diagrams', { token: `${secret}x` }))).toEqual([401, 'invalid_token']);
  });

  it('are refused from the moment they are revoked, and say why [F109]', async () => {
    const { key, secret } = await make({ name: 'Lent', scope: 'read' });
    expect((await withKey('GET', '/api/diagrams', secret)).status).toBe(200);
    expect(outcome(await product.ask('DELETE', `/api/auth/keys/${key.id}`, { token: root.token }))).toEqual([404, 'not_found']);
    const revoked = await product.ask('DELETE', `/api/auth/keys/${key.id}`, { token: ada.token });
    expect(revoked.read(z.object({ key: ApiKey })).key.revoked_at).not.toBeNull();
    for (let again = 0; again < 2; again += 1) {
      const refused = await withKey('GET', '/api/diagrams', secret);
      expect(outcome(refused)).toEqual([401, 'key_revoked']);
      expect(JSON.stringify(refused.body)).toContain('This API key was revoked.');
    }
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days });
    expect(outcome(await withKey('GET', '/api/diagrams', secret))).toEqual([401, 'key_revoked']);
  });

  it('may do at once no more than their owner may, whose role has changed or whose account is closed', async () => {
    const bea = await product.person('Bea');
    const { secret } = await make({ name: 'Bea', scope: 'write' }, bea.token);
    const write = async () => outcome(await withKey('POST', '/api/diagrams', secret, { title: 'By Bea', type: 'canvas' }));
    const manage = (body: unknown) => product.ask('PATCH', `/api/admin/users/${bea.identity.user_id}`, { token: root.token, body });
    expect(await write()).toEqual([201, undefined]);
    expect((await manage({ role: 'viewer' })).status).toBe(200);
    expect(await write()).toEqual([403, 'forbidden']);
    expect((await manage({ role: 'editor' })).status).toBe(200);
    expect(await write()).toEqual([201, undefined]);
    expect((await manage({ disabled: true })).status).toBe(200);
    expect(await write()).toEqual([401, 'invalid_token']);
  });

  it('end on their day [F110]', async () => {
    const { key, secret } = await make({ name: 'For a month', scope: 'read', expires_in_days: 30 });
    expect((Date.parse(key.expires_at ?? '') - Date.parse(key.created_at)) / days).toBeCloseTo(30, 3);
    expect((await withKey('GET', '/api/diagrams', secret)).status).toBe(200);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * days });
    expect(outcome(await withKey('GET', '/api/diagrams', secret))).toEqual([401, 'key_expired']);
  });

  it('go as far as their scope, however much their owner may do [F111]', async () => {
    const [reading, writing] = [await make({ name: 'r', scope: 'read' }), await make({ name: 'w', scope: 'write' })];
    const body = { title: 'Scoped', type: 'canvas' };
    expect((await withKey('GET', '/api/diagrams', reading.secret)).status).toBe(200);
    const refused = await withKey('POST', '/api/diagrams', reading.secret, body);
    expect(outcome(refused)).toEqual([403, 'insufficient_scope']);
    expect(JSON.stringify(refused.body)).toContain('This needs the scope \\"write\\"');
    const { id } = (await withKey('POST', '/api/diagrams', writing.secret, body)).read(Diagram);
    expect((await withKey('PATCH', `/api/diagrams/${id}`, writing.secret, { title: 'Renamed' })).status).toBe(200);
    expect(outcome(await withKey('PATCH', `/api/diagrams/${id}`, reading.secret, { title: 'No' }))).toEqual([403, 'insufficient_scope']);
    expect((await withKey('GET', `/api/diagrams/${id}`, reading.secret)).body).toMatchObject({ title: 'Renamed', access: 'view' });
    expect((await withKey('DELETE', `/api/diagrams/${id}`, writing.secret)).status).toBe(200);
    const users = async (scope: 'write' | 'admin') =>
      outcome(await withKey('GET', '/api/admin/users', (await make({ name: scope, scope }, root.token)).secret));
    expect([await users('write'), await users('admin')]).toEqual([
      [403, 'insufficient_scope'],
      [200, undefined],
    ]);
    const wide = await product.ask('POST', '/api/auth/keys', { token: ada.token, body: { name: 'a', scope: 'admin' } });
    expect(outcome(wide)).toEqual([403, 'forbidden']);
  });

  it('make no further keys, and nothing else that is for people alone', async () => {
    const { key, secret } = await make({ name: 'Root’s', scope: 'admin' }, root.token);
    expect(outcome(await withKey('POST', '/api/auth/keys', secret, { name: 'Second' }))).toEqual([403, 'session_required']);
    expect(outcome(await withKey('DELETE', `/api/auth/keys/${key.id}`, secret))).toEqual([403, 'session_required']);
    expect(outcome(await withKey('POST', '/api/auth/logout', secret))).toEqual([401, 'unauthenticated']);
    expect((await withKey('GET', '/api/auth/me', secret)).status).toBe(200);
  });

  it('open rooms, and are put out of them when they are revoked', async () => {
    const { key, secret } = await make({ name: 'Live', scope: 'write' });
    const { id } = (await withKey('POST', '/api/diagrams', secret, { title: 'Live', type: 'canvas' })).read(Diagram);
    const room = await speak(`${product.url.replace('http', 'ws')}/collab`, id, secret);
    await room.until(() => room.count([2, 2]) === 1);
    expect(room.replies.some(([type]) => type === 7)).toBe(false);
    await product.ask('DELETE', `/api/auth/keys/${key.id}`, { token: ada.token });
    await room.until(() => room.replies.some(([type]) => type === 7));
    room.socket.close();
    const again = await speak(`${product.url.replace('http', 'ws')}/collab`, id, secret);
    await again.until(() => again.count([2, 1]) === 1);
    again.socket.close();
  });

  it('leave their making and their end in the audit log', async () => {
    const { key } = await make({ name: 'Noted', scope: 'read' });
    await product.ask('DELETE', `/api/auth/keys/${key.id}`, { token: ada.token });
    const events = (await product.services.platform.db.select().from(auditLog)).filter(({ resourceId }) => resourceId === key.id);
    expect(events.map(({ action, userId, result }) => [action, userId, result])).toEqual([
      ['key.created', ada.identity.user_id, 'success'],
      ['key.revoked', ada.identity.user_id, 'success'],
    ]);
  });
});
