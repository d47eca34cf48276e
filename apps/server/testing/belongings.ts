import { createHash, randomUUID } from 'node:crypto';
import {
  addBlock,
  createApiKey,
  createTeam,
  decideAuthorization,
  flags,
  getDiagram,
  getTeam,
  inviteToTeam,
  listApiKeys,
  listApps,
  listConnectedApps,
  listPasskeys,
  listSessions,
  listShares,
  type RouteContract,
  registerApp,
  shareDiagram,
  uploadAsset,
} from '@autograph/contracts';
import { passkeys, ssoProviders } from '@autograph/database';
import type { Identity } from '@autograph/service-kit';
import type { TestServices } from '@autograph/service-kit/testing/index.ts';

/** A picture of one pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const source = 'flowchart LR\n a-->b';

interface Belongings {
  /** A route's address with the ids of a person's things, and a body that it takes. */
  request(route: RouteContract): { readonly url: string; readonly body: unknown };
  /** Everything that can be read of them. */
  all(): Promise<unknown>;
}

/** Gives a person one thing of each kind that has an id. */
export async function belongingsOf(services: TestServices, owner: Identity, fileId: string): Promise<Belongings> {
  const { call } = services;
  const file = { id: fileId };
  const { block } = await call(owner, addBlock, { params: file, body: { source } });
  const picture = await call(owner, uploadAsset, { params: file, body: { data: pixel } });
  const share = await call(owner, shareDiagram, { params: file, body: { email: 'admin@example.com', permission: 'view' } });
  const team = await call(owner, createTeam, { body: { name: 'Hers' } });
  const invitation = await call(owner, inviteToTeam, { params: { id: team.id }, body: { email: 'new@example.com', role: 'editor' } });
  const { key } = await call(owner, createApiKey, { body: { name: 'Hers', scope: 'read', expires_in_days: 30 } });
  const redirect_uri = 'https://app.example/done';
  const { app } = await call(owner, registerApp, { body: { name: 'Hers', redirect_uris: [redirect_uri] } });
  const code_challenge = createHash('sha256').update(randomUUID()).digest('base64url');
  const asked = { client_id: app.id, redirect_uri, response_type: 'code', scope: 'read', code_challenge, code_challenge_method: 'S256' };
  await call(owner, decideAuthorization, { body: { ...asked, approve: true } });
  const connected = (await call(owner, listConnectedApps, {})).items[0]?.id ?? '';
  const { db } = services.platform;
  const device = {
    userId: owner.user_id,
    name: 'Hers',
    publicKey: 'x',
    credentialID: randomUUID(),
    counter: 0,
    deviceType: 'x',
    backedUp: false,
  };
  const [passkey] = await db.insert(passkeys).values(device).returning();
  const connection = { protocol: 'oidc', issuer: 'https://id.example', client_id: 'x', scopes: 'openid' } as const;
  const attributes = { email: 'email', name: 'name', first_name: '', last_name: '', groups: '' };
  const [provider] = await db.insert(ssoProviders).values({ preset: 'custom', name: 'Hers', connection, attributes }).returning();

  const idAt: readonly (readonly [prefix: string, id: string])[] = [
    ['/api/auth/keys/', key.id],
    ['/api/auth/apps/', app.id],
    ['/api/auth/connected-apps/', connected],
    ['/api/auth/sessions/', owner.session_id],
    ['/api/auth/passkeys/', passkey?.id ?? ''],
    ['/api/admin/sso/', provider?.id ?? ''],
    ['/api/admin/users/', owner.user_id],
    ['/api/admin/flags/', Object.keys(flags)[0] ?? ''],
    ['/api/admin/alerts/', randomUUID()],
    ['/api/teams/', team.id],
    ['/api/diagrams/', fileId],
    ['/api/assets/', picture.id],
  ];
  const ids: Readonly<Record<string, string>> = {
    block_id: block.id,
    share_id: share.id,
    user_id: owner.user_id,
    invitation_id: invitation.id,
  };
  const bodies: Readonly<Record<string, unknown>> = {
    'POST /api/diagrams/:id/blocks': { source },
    'PUT /api/diagrams/:id/blocks/:block_id': { source },
    'POST /api/diagrams/:id/imports': { content: 'create table a (id int);', name: 'a.sql' },
    'PATCH /api/diagrams/:id': { title: 'Stolen' },
    'POST /api/diagrams/:id/shares': { email: 'eve@example.com', permission: 'edit' },
    'PATCH /api/diagrams/:id/shares/:share_id': { permission: 'edit' },
    'POST /api/diagrams/:id/assets': { data: pixel },
    'PUT /api/diagrams/:id/team': { team_id: team.id },
    'PATCH /api/auth/apps/:id': { name: 'Stolen' },
    'PATCH /api/auth/passkeys/:id': { name: 'Stolen' },
    'PATCH /api/teams/:id': { name: 'Stolen' },
    'POST /api/teams/:id/owner': { user_id: owner.user_id },
    'POST /api/teams/:id/invitations': { email: 'eve@example.com' },
    'PATCH /api/teams/:id/members/:user_id': { role: 'viewer' },
    'PATCH /api/admin/users/:id': { role: 'viewer' },
    'PATCH /api/admin/sso/:id': { name: 'Stolen' },
    'PATCH /api/admin/flags/:name': { percent: 0 },
  };
  return {
    request(route) {
      const id = idAt.find(([prefix]) => route.path.startsWith(prefix))?.[1];
      const path = route.path.replace(/:(\w+)/g, (whole, name: string) => ids[name] ?? id ?? whole);
      const needed = route.path.endsWith('/export') ? '?format=svg' : '';
      return { url: path + needed, body: bodies[`${route.method} ${route.path}`] };
    },
    all: () =>
      Promise.all([
        call(owner, getDiagram, { params: file }),
        call(owner, listShares, { params: file }),
        call(owner, getTeam, { params: { id: team.id } }),
        call(owner, listApiKeys, {}),
        call(owner, listApps, {}),
        call(owner, listConnectedApps, {}),
        call(owner, listPasskeys, {}),
        call(owner, listSessions, {}).then(({ items }) => items.map((each) => each.id).sort()),
        db.select().from(ssoProviders),
      ]),
  };
}
