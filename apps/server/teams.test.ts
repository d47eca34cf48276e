import { accessChannel, Diagram, fileTeam, getTeam, inviteToTeam, listDiagrams, listTeams, Team } from '@autograph/contracts';
import { auditLog } from '@autograph/database';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startProduct, type TestProduct } from './testing/start-product.ts';

const Whole = getTeam.responses[200];
const Invitation = inviteToTeam.responses[201];
const days = 86_400_000;

describe('teams', () => {
  let product: TestProduct;
  let ada: Awaited<ReturnType<TestProduct['person']>>;
  let bob: Awaited<ReturnType<TestProduct['person']>>;
  let cleo: Awaited<ReturnType<TestProduct['person']>>;
  beforeAll(async () => {
    product = await startProduct();
    [ada, bob, cleo] = [await product.person('Ada'), await product.person('Bob'), await product.person('Cleo')];
  });
  afterAll(() => product.close());
  afterEach(() => void vi.useRealTimers());

  const as = (who: { token: string }, method: string, path: string, body?: unknown) =>
    product.ask(method, path, { token: who.token, body, headers: { 'if-match': '*' } });
  const outcome = ({ status, code }: { status: number; code: string | undefined }) => [status, code];
  const start = async (name: string) => (await as(ada, 'POST', '/api/teams', { name })).read(Team);
  const look = async (id: string, who = ada) => (await as(who, 'GET', `/api/teams/${id}`)).read(Whole);

  const taken = new Set<string>();
  /** The token of a mail to an address that was not taken before, once it has come. */
  async function mailed(email: string): Promise<string> {
    const tokens = async () => {
      const kept = (await product.services.platform.mail.kept?.(50)) ?? [];
      const links = kept.flatMap(({ to, link }) => (to === email && link ? [new URL(link).searchParams.get('token') ?? ''] : []));
      return links.filter((token) => !taken.has(token));
    };
    await expect.poll(tokens, { timeout: 20_000 }).toHaveLength(1);
    const [token = ''] = await tokens();
    taken.add(token);
    return token;
  }
  const invite = async (id: string, email: string, role: string) =>
    (await as(ada, 'POST', `/api/teams/${id}/invitations`, { email, role })).read(Invitation);
  const accept = (who: typeof ada, token: string) => as(who, 'POST', '/api/invitations/accept', { token });
  async function join(id: string, who: typeof ada, role: string): Promise<void> {
    await invite(id, who.identity.email, role);
    expect((await accept(who, await mailed(who.identity.email))).status).toBe(200);
  }

  it('are joined by a mailed invitation, which is for one address and one time', async () => {
    const team = await start('Platform');
    expect(team).toMatchObject({ name: 'Platform', role: 'owner', members: 1, files: 0 });
    expect(await invite(team.id, 'BOB@example.com', 'editor')).toMatchObject({
      email: 'BOB@example.com',
      invited_by: 'Ada',
      expired: false,
    });
    const token = await mailed('BOB@example.com');
    const shown = await product.ask('POST', '/api/invitations/read', { body: { token } });
    expect(shown.body).toMatchObject({ team: 'Platform', email: 'BOB@example.com', role: 'editor', invited_by: 'Ada' });
    expect(outcome(await accept(cleo, token))).toEqual([403, 'wrong_account']);
    expect((await accept(bob, token)).read(Team)).toMatchObject({ role: 'editor', members: 2 });
    expect(outcome(await accept(bob, token))).toEqual([404, 'invitation_invalid']);
    const { people, invitations } = await look(team.id, bob);
    expect(people.map(({ name, role }) => [name, role])).toEqual([
      ['Ada', 'owner'],
      ['Bob', 'editor'],
    ]);
    expect(invitations).toEqual([]);
    expect(outcome(await as(cleo, 'GET', `/api/teams/${team.id}`))).toEqual([404, 'not_found']);
    expect(outcome(await as(ada, 'POST', `/api/teams/${team.id}/invitations`, { email: 'bob@example.com' }))).toEqual([
      409,
      'already_member',
    ]);
  });

  it('fill nobody’s mailbox, however the address is written', async () => {
    const team = await start('Loud');
    const send = (email: string) => as(ada, 'POST', `/api/teams/${team.id}/invitations`, { email });
    for (const email of ['fay@example.com', 'FAY@example.com', 'fay+1@example.com', 'fay+2@example.com'])
      expect((await send(email)).status).toBe(201);
    const { id } = (await send('fay@example.com')).read(Invitation);
    const sixth = [await send('fay+3@example.com'), await as(ada, 'POST', `/api/teams/${team.id}/invitations/${id}/resend`)];
    for (const answer of sixth) {
      expect(outcome(answer)).toEqual([429, 'rate_limited']);
      expect(answer.headers.get('retry-after')).toBe('3600');
    }
    expect((await look(team.id)).invitations).toHaveLength(3);
    expect((await send('gus@example.com')).status).toBe(201);
  });

  it('take invitations back, send them again, and let them lapse after seven days', async () => {
    const team = await start('Lapsing');
    const first = await invite(team.id, 'cleo@example.com', 'viewer');
    const old = await mailed('cleo@example.com');
    const path = `/api/teams/${team.id}/invitations/${first.id}`;
    expect((await as(ada, 'POST', `${path}/resend`)).status).toBe(200);
    const token = await mailed('cleo@example.com');
    expect(outcome(await accept(cleo, old))).toEqual([404, 'invitation_invalid']);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 8 * days });
    expect(outcome(await product.ask('POST', '/api/invitations/read', { body: { token } }))).toEqual([410, 'invitation_expired']);
    vi.useRealTimers();
    expect((await look(team.id)).invitations).toMatchObject([{ id: first.id, email: 'cleo@example.com' }]);
    expect((await as(ada, 'DELETE', path)).status).toBe(200);
    expect(outcome(await accept(cleo, token))).toEqual([404, 'invitation_invalid']);
    expect((await look(team.id)).invitations).toEqual([]);
  });

  it('have their files by the roles of their members, and lose them with the membership', async () => {
    const team = await start('Files');
    await join(team.id, bob, 'editor');
    await join(team.id, cleo, 'viewer');
    const file = (await as(ada, 'POST', '/api/diagrams', { title: 'Plan', type: 'canvas' })).read(Diagram);
    const path = `/api/diagrams/${file.id}`;
    expect(outcome(await as(bob, 'GET', path))).toEqual([403, 'forbidden']);
    expect((await as(ada, 'PUT', `${path}/team`, { team_id: team.id })).status).toBe(200);
    expect((await as(bob, 'GET', `${path}/team`)).read(fileTeam.responses[200])).toEqual({ team_id: team.id, name: 'Files' });
    expect((await as(bob, 'PATCH', path, { title: 'Bob’s plan' })).status).toBe(200);
    expect((await as(cleo, 'GET', path)).body).toMatchObject({ title: 'Bob’s plan', access: 'view' });
    expect(outcome(await as(cleo, 'PATCH', path, { title: 'No' }))).toEqual([403, 'forbidden']);
    expect(outcome(await as(bob, 'DELETE', path))).toEqual([403, 'forbidden']);
    expect(outcome(await as(bob, 'PUT', `${path}/team`, { team_id: null }))).toEqual([403, 'forbidden']);
    const listed = (await as(bob, 'GET', '/api/diagrams?shared=true')).read(listDiagrams.responses[200]);
    expect(listed.items.map(({ id, access }) => [id, access])).toEqual([[file.id, 'edit']]);
    expect((await look(team.id)).files).toBe(1);
    let told = 0;
    const stop = await product.services.platform.pubsub.subscribe(accessChannel(file.id), () => {
      told += 1;
    });
    await as(ada, 'PATCH', `/api/teams/${team.id}/members/${cleo.identity.user_id}`, { role: 'admin' });
    expect((await as(cleo, 'GET', path)).body).toMatchObject({ access: 'owner' });
    await as(cleo, 'DELETE', `/api/teams/${team.id}/members/${bob.identity.user_id}`);
    expect(outcome(await as(bob, 'GET', path))).toEqual([403, 'forbidden']);
    expect((await as(ada, 'DELETE', `/api/teams/${team.id}`)).status).toBe(200);
    expect(outcome(await as(cleo, 'GET', path))).toEqual([403, 'forbidden']);
    expect((await as(ada, 'GET', path)).body).toMatchObject({ title: 'Bob’s plan', access: 'owner' });
    await expect.poll(() => told).toBe(3);
    await stop();
  });

  it('keep one owner, who may hand them over; members leave when they like', async () => {
    const team = await start('Handed');
    await join(team.id, bob, 'viewer');
    const member = (who: typeof ada) => `/api/teams/${team.id}/members/${who.identity.user_id}`;
    for (const [method, path, body] of [
      ['PATCH', `/api/teams/${team.id}`, { name: 'Mine' }],
      ['POST', `/api/teams/${team.id}/invitations`, { email: 'x@example.com' }],
      ['PATCH', member(ada), { role: 'viewer' }],
      ['POST', `/api/teams/${team.id}/owner`, { user_id: bob.identity.user_id }],
      ['DELETE', `/api/teams/${team.id}`, undefined],
    ] as const)
      expect(outcome(await as(bob, method, path, body))).toEqual([403, 'forbidden']);
    expect(outcome(await as(ada, 'DELETE', member(ada)))).toEqual([409, 'team_needs_owner']);
    expect(outcome(await as(ada, 'POST', `/api/teams/${team.id}/owner`, { user_id: cleo.identity.user_id }))).toEqual([404, 'not_found']);
    expect((await as(ada, 'POST', `/api/teams/${team.id}/owner`, { user_id: bob.identity.user_id })).body).toMatchObject({ role: 'owner' });
    expect((await look(team.id, bob)).people.map(({ name, role }) => [name, role])).toEqual([
      ['Bob', 'owner'],
      ['Ada', 'admin'],
    ]);
    expect((await as(ada, 'DELETE', member(ada))).status).toBe(200);
    const left = (await as(ada, 'GET', '/api/teams')).read(listTeams.responses[200]);
    expect(left.items.map(({ id }) => id)).not.toContain(team.id);
    const events = (await product.services.platform.db.select().from(auditLog)).filter(({ resourceId }) => resourceId === team.id);
    expect(events.map(({ action }) => action)).toEqual(['team.created', 'team.invited', 'team.joined', 'team.handed_over', 'team.left']);
  });
});
