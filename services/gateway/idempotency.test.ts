import { createHash, randomUUID } from 'node:crypto';
import { createDiagram, credentialPrefixes, Diagram, ErrorBody, type Scope } from '@autograph/contracts';
import { defineService, hashOfSecret, hostServices, type Identity, implement, listen, openSession } from '@autograph/service-kit';
import { openTestPlatform, testIdentity } from '@autograph/service-kit/testing/index.ts';
import { kvModes } from '@autograph/service-kit/testing/kv-modes.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { service as gateway } from './service.ts';

describe.each(kvModes.filter(({ runs }) => runs))('writes under an Idempotency-Key, counters $name', ({ environment }) => {
  const made: string[] = [];
  let hold: Promise<void> | undefined;
  let failing = false;
  let padding = '';
  const diagram = defineService({
    name: 'diagram',
    port: 0,
    register: async (app) => {
      implement(app, createDiagram, async ({ body, identity }) => {
        await hold;
        if (failing) throw new Error('not today');
        made.push(body.title);
        const time = new Date(0).toISOString();
        const owner = { id: identity.user_id, name: identity.name };
        const canvas_data = { shapes: [], blocks: [], board: {} };
        const file = { id: randomUUID(), title: body.title, type: body.type, version: 1, owner, access: 'owner' as const };
        const rest = {
          created_at: time,
          updated_at: time,
          is_deleted: false,
          deleted_at: null,
          thumbnail_url: null,
          canvas_data,
          note_content: padding,
        };
        return { ...file, ...rest };
      });
    },
  });
  let opened: Awaited<ReturnType<typeof openTestPlatform>>;
  let base: string;
  let close: () => Promise<void>;
  let ada: string;
  beforeAll(async () => {
    opened = await openTestPlatform(environment);
    const host = await hostServices(opened.platform, [diagram, gateway]);
    close = () => host.close();
    base = `http://127.0.0.1:${await listen(host.app('gateway'), '127.0.0.1', 0)}`;
    ada = await tokenOf();
  });
  afterAll(async () => {
    await close();
    await opened.close();
  });

  const tokenOf = async () => {
    const identity = testIdentity();
    await openSession(opened.platform.kv, identity.session_id, identity.user_id);
    return opened.platform.tokens.signAccessToken(identity);
  };
  /** A key of one person's, known to the gateway as it would be after it was asked for. */
  const apiKeyOf = async (identity: Identity, scopes: Scope[]) => {
    const key = `${credentialPrefixes.api_key}${randomUUID()}`;
    const kept = { identity: { ...identity, via: 'api_key', scopes, session_id: randomUUID() }, expires_at: null };
    await opened.platform.kv.set(`credential:${hashOfSecret(key)}`, JSON.stringify(kept), { ttlSeconds: 60 });
    return key;
  };
  const create = (key: string, title: string, token = ada) =>
    fetch(`${base}/api/diagrams`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ title, type: 'canvas' }),
    });
  const idOf = async (answer: Response) => [answer.status, Diagram.parse(await answer.json()).id];
  const codeOf = async (answer: Response) => [answer.status, ErrorBody.parse(await answer.json()).error.code];

  it('are done once and answered alike; another key does another one [F036]', async () => {
    const [first, again, other] = [await create('one', 'Plan'), await create('one', 'Plan'), await create('two', 'Plan')];
    expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([null, 'true']);
    const id = await idOf(first);
    expect(id[0]).toBe(201);
    expect(await idOf(again)).toEqual(id);
    expect(await idOf(other)).not.toEqual(id);
    expect(made).toEqual(['Plan', 'Plan']);
  });

  it('belong to one person and one request [F036]', async () => {
    const id = await idOf(await create('mine', 'Mine'));
    expect(await idOf(await create('mine', 'Mine', await tokenOf()))).not.toEqual(id);
    expect(await codeOf(await create('mine', 'Something else'))).toEqual([422, 'idempotency_key_reused']);
    expect(await codeOf(await create(' two words ', 'Mine'))).toEqual([422, 'validation_failed']);
  });

  it('tell a narrower credential nothing, and are not refused by what that was refused [F036]', async () => {
    const identity = testIdentity();
    await openSession(opened.platform.kv, identity.session_id, identity.user_id);
    const session = await opened.platform.tokens.signAccessToken(identity);
    const [reads, writes] = [await apiKeyOf(identity, ['read']), await apiKeyOf(identity, ['write'])];
    expect((await create('first-narrow', 'Plan', reads)).status).toBe(403);
    expect((await create('first-narrow', 'Plan', session)).status).toBe(201);
    const made = await idOf(await create('first-wide', 'Plan', writes));
    expect(made[0]).toBe(201);
    expect((await create('first-wide', 'Plan', reads)).status).toBe(403);
    expect(await idOf(await create('first-wide', 'Plan', writes))).toEqual(made);
    // What was refused was not done: it may be tried again once it is allowed.
    expect((await create('first-narrow', 'Plan', reads)).headers.get('idempotency-replayed')).toBeNull();
  });

  it('whose answers are large are not kept, and not done twice either [F036]', async () => {
    const before = made.length;
    padding = 'x'.repeat(64 * 1024);
    expect((await create('large', 'Large')).status).toBe(201);
    padding = '';
    expect(await codeOf(await create('large', 'Large'))).toEqual([409, 'idempotency_answer_too_large']);
    expect(made.length).toBe(before + 1);
    const { user_id } = await opened.platform.tokens.verifyAccessToken(ada);
    const kept = await opened.platform.kv.get(`idempotency:${user_id}:${createHash('sha256').update('large\n').digest('base64url')}`);
    expect(kept?.length).toBeLessThan(200);
  });

  it('are not begun twice while the first is under way [F036]', async () => {
    const gate = Promise.withResolvers<void>();
    hold = gate.promise;
    const before = made.length;
    const first = create('slow', 'Slow');
    const early = await vi.waitUntil(async () => {
      const answer = await Promise.race([create('slow', 'Slow'), first]);
      return answer.status === 409 ? answer : undefined;
    });
    expect([await codeOf(early), early.headers.get('retry-after')]).toEqual([[409, 'idempotency_in_progress'], '1']);
    hold = undefined;
    gate.resolve();
    const id = await idOf(await first);
    expect(await idOf(await create('slow', 'Slow'))).toEqual(id);
    expect(made.length).toBe(before + 1);
  });

  it('may be tried again when they failed on our side, and what is kept cannot be read without the key [F036]', async () => {
    failing = true;
    expect(await codeOf(await create('try', 'Hidden title'))).toEqual([500, 'internal']);
    failing = false;
    expect((await create('try', 'Hidden title')).status).toBe(201);
    const { user_id } = await opened.platform.tokens.verifyAccessToken(ada);
    const name = `idempotency:${user_id}:${createHash('sha256').update('try\n').digest('base64url')}`;
    const kept = await opened.platform.kv.get(name);
    expect(kept).toContain('sealed');
    expect(kept).not.toContain('Hidden');
    expect(await opened.platform.kv.ttl(name)).toBeGreaterThan(86_000);
  });
});
