import {
  type App,
  CodedError,
  deleteApp,
  disconnectApp,
  listApps,
  listConnectedApps,
  registerApp,
  renewAppSecret,
  updateApp,
} from '@autograph/contracts';
import { oauthApps, oauthGrants, type Queryable, users } from '@autograph/database';
import { and, desc, eq, isNull, type SQL, sql } from '@autograph/database/query.ts';
import { can, type Identity, implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { newSecret } from '../keys/secret.ts';
import { disconnect } from './disconnect.ts';

const secretPrefix = 'ags_';

async function findApps(db: Queryable, where: SQL | undefined): Promise<App[]> {
  const connected = and(eq(oauthGrants.appId, oauthApps.id), isNull(oauthGrants.revokedAt));
  const rows = await db
    .select({ app: oauthApps, ownerName: users.name, people: sql<number>`(${db.$count(oauthGrants, connected)})`.mapWith(Number) })
    .from(oauthApps)
    .innerJoin(users, eq(users.id, oauthApps.ownerId))
    .where(and(isNull(oauthApps.deletedAt), where))
    .orderBy(desc(oauthApps.createdAt), desc(oauthApps.id));
  return rows.map(({ app, ownerName, people }) => ({
    id: app.id,
    name: app.name,
    homepage: app.homepage,
    redirect_uris: app.redirectUris,
    confidential: app.confidential,
    owner: { id: app.ownerId, name: ownerName },
    people,
    created_at: app.createdAt.toISOString(),
  }));
}

/** Apps that someone may look after: their own, and for admins all. */
const within = (identity: Identity): SQL | undefined =>
  can(identity, 'users.manage') ? undefined : eq(oauthApps.ownerId, identity.user_id);

async function openApp(db: Queryable, id: string, identity: Identity): Promise<App> {
  const [app] = await findApps(db, and(eq(oauthApps.id, id), within(identity)));
  if (!app) throw new CodedError('not_found', { message: 'You have no such app.' });
  return app;
}

export function serveApps(app: FastifyInstance, kit: AuthKit): void {
  implement(app, listApps, async ({ identity }) => ({ items: await findApps(kit.db, within(identity)) }));

  implement(app, registerApp, async ({ body, identity, request }) => {
    if (!can(identity, 'app.register')) throw new CodedError('forbidden', { message: 'Your role may not register apps.' });
    const { name, homepage, redirect_uris, confidential } = body;
    const made = confidential ? newSecret(secretPrefix) : null;
    const values = { ownerId: identity.user_id, name, homepage, redirectUris: redirect_uris, confidential, secretHash: made?.hash ?? null };
    const [row] = await kit.db.insert(oauthApps).values(values).returning({ id: oauthApps.id });
    if (!row) throw new CodedError('internal');
    await note('app.registered', row.id, identity, request, { name, redirect_uris });
    return { app: await openApp(kit.db, row.id, identity), client_secret: made?.secret ?? null };
  });

  implement(app, updateApp, async ({ params, body, identity, request }) => {
    const { id } = await openApp(kit.db, params.id, identity);
    const { redirect_uris: redirectUris, ...rest } = body;
    await kit.db
      .update(oauthApps)
      .set({ ...rest, ...(redirectUris && { redirectUris }), updatedAt: new Date() })
      .where(eq(oauthApps.id, id));
    await note('app.changed', id, identity, request, body);
    return { app: await openApp(kit.db, id, identity) };
  });

  implement(app, renewAppSecret, async ({ params, identity, request }) => {
    const { id, confidential } = await openApp(kit.db, params.id, identity);
    if (!confidential) throw new CodedError('validation_failed', { message: 'This app has no secret: it cannot keep one.' });
    const { secret, hash } = newSecret(secretPrefix);
    await kit.db.update(oauthApps).set({ secretHash: hash }).where(eq(oauthApps.id, id));
    await note('app.secret_renewed', id, identity, request);
    return { client_secret: secret };
  });

  implement(app, deleteApp, async ({ params, identity, request }) => {
    const { id, name } = await openApp(kit.db, params.id, identity);
    const now = new Date();
    await kit.db.update(oauthApps).set({ deletedAt: now }).where(eq(oauthApps.id, id));
    const grants = await kit.db
      .select({ id: oauthGrants.id })
      .from(oauthGrants)
      .where(and(eq(oauthGrants.appId, id), isNull(oauthGrants.revokedAt)));
    for (const grant of grants) await disconnect(kit, grant.id, now);
    await note('app.deleted', id, identity, request, { name });
    return { id };
  });

  implement(app, listConnectedApps, async ({ identity }) => {
    const rows = await kit.db
      .select({ grant: oauthGrants, id: oauthApps.id, name: oauthApps.name, homepage: oauthApps.homepage })
      .from(oauthGrants)
      .innerJoin(oauthApps, eq(oauthApps.id, oauthGrants.appId))
      .where(and(eq(oauthGrants.userId, identity.user_id), isNull(oauthGrants.revokedAt)))
      .orderBy(desc(oauthGrants.connectedAt), desc(oauthGrants.id));
    return {
      items: rows.map(({ grant, id, name, homepage }) => ({
        id: grant.id,
        app: { id, name, homepage },
        scopes: grant.scopes,
        connected_at: grant.connectedAt.toISOString(),
        last_used_at: grant.lastUsedAt?.toISOString() ?? null,
      })),
    };
  });

  implement(app, disconnectApp, async ({ params, identity, request }) => {
    const [grant] = await kit.db
      .select({ id: oauthGrants.id, appId: oauthGrants.appId })
      .from(oauthGrants)
      .where(and(eq(oauthGrants.id, params.id), eq(oauthGrants.userId, identity.user_id), isNull(oauthGrants.revokedAt)));
    if (!grant) throw new CodedError('not_found', { message: 'This app is not connected.' });
    await disconnect(kit, grant.id, new Date());
    await note('app.disconnected', grant.appId, identity, request);
    return { id: grant.id };
  });

  function note(
    action: 'app.registered' | 'app.changed' | 'app.secret_renewed' | 'app.deleted' | 'app.disconnected',
    id: string,
    { user_id }: Identity,
    request: Parameters<typeof recordEvent>[1],
    details?: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const resource = { type: 'app', id } as const;
    return recordEvent(kit.db, request, { action, result: 'success', userId: user_id, resource, ...(details && { details }) });
  }
}
