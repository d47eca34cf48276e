import { createHash } from 'node:crypto';
import { scopes as allScopes, introspectToken, issueToken, oauthMetadata, revokeToken, type Scope } from '@autograph/contracts';
import { oauthCodes, oauthGrants, oauthTokens, type Queryable, users } from '@autograph/database';
import { and, eq, isNull } from '@autograph/database/query.ts';
import { hashOfSecret, implement, includesScope } from '@autograph/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { isClosed } from '../account.ts';
import { recordEvent, recordRefusal } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { scopesIn } from './authorize.ts';
import { clientOf } from './client.ts';
import { answerOAuthError, OAuthError } from './oauth-error.ts';
import { issueTokens, lives, spendCode, spendRefresh, withdrawTokens } from './store.ts';

type Form = z.output<typeof issueToken.body>;
type Client = Awaited<ReturnType<typeof clientOf>>;

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** What a code or refresh token is good for. */
interface Yield {
  readonly grant: Grant;
  readonly familyId: string;
  readonly scopes: Scope[];
  readonly granted: Scope[];
  /** Uses it up; false when somebody else was quicker. */
  readonly spend: (db: Queryable) => Promise<boolean>;
  /** What it is called. */
  readonly what: string;
}

interface Trade {
  readonly kit: AuthKit;
  readonly client: Client;
  readonly form: Form;
  readonly request: FastifyRequest;
  readonly now: Date;
}

type Grant = typeof oauthGrants.$inferSelect;

/** What was shown a second time ends all that came from it: one of the two who have it is a thief. */
async function endFamily({ kit, client, request, now }: Trade, familyId: string, grant: Grant, what: string): Promise<never> {
  await withdrawTokens(kit, { familyId }, now);
  await recordEvent(kit.db, request, {
    action: 'app.token_replayed',
    result: 'failure',
    userId: grant.userId,
    resource: { type: 'app', id: client.id },
  });
  throw new OAuthError('invalid_grant', `This ${what} was used already; the tokens that came from it are withdrawn to be safe.`);
}

/** Nothing is made in the name of an account that is closed. */
function requireOpen(owner: typeof users.$inferSelect): void {
  if (isClosed(owner)) throw new OAuthError('invalid_grant', 'The account of this person is closed.');
}

async function byCode(trade: Trade): Promise<Yield> {
  const { kit, client, form, now } = trade;
  const [row] = await kit.db
    .select({ code: oauthCodes, grant: oauthGrants, owner: users })
    .from(oauthCodes)
    .innerJoin(oauthGrants, eq(oauthGrants.id, oauthCodes.grantId))
    .innerJoin(users, eq(users.id, oauthGrants.userId))
    .where(and(eq(oauthCodes.codeHash, hashOfSecret(form.code ?? '')), eq(oauthGrants.appId, client.id), isNull(oauthGrants.revokedAt)));
  if (!row) throw new OAuthError('invalid_grant', 'There is no such code for this app.');
  const { code, grant, owner } = row;
  requireOpen(owner);
  if (code.usedAt === null && code.expiresAt <= now) throw new OAuthError('invalid_grant', 'The code has expired.');
  if (code.redirectUri !== form.redirect_uri)
    throw new OAuthError('invalid_grant', 'redirect_uri is not the one that the code was made for.');
  if (challengeOf(form.code_verifier ?? '') !== code.codeChallenge)
    throw new OAuthError('invalid_grant', 'code_verifier does not fit the code_challenge.');
  const spend = (db: Queryable) => spendCode(db, code.id, now);
  return { grant, familyId: code.id, scopes: code.scopes, granted: code.scopes, spend, what: 'code' };
}

/** The scopes of a renewed token: those of the last, or fewer when asked for. */
function narrowed(form: Form, granted: Scope[]): Scope[] {
  if (form.scope === undefined) return granted;
  const wanted = scopesIn(form.scope);
  if (!wanted?.every((scope) => includesScope(granted, scope))) throw new OAuthError('invalid_scope', 'This is more than was agreed to.');
  return wanted;
}

async function byRefreshToken(trade: Trade): Promise<Yield> {
  const { kit, client, form, now } = trade;
  const row = await tokenOfClient(kit, client, form.refresh_token);
  if (row?.token.kind !== 'refresh') {
    const resource = { type: 'app', id: client.id } as const;
    await recordRefusal(kit, trade.request, { action: 'app.refused', resource, details: { reason: 'unknown_refresh_token' } });
    throw new OAuthError('invalid_grant', 'There is no such refresh token for this app.');
  }
  const { token, grant, owner } = row;
  requireOpen(owner);
  if (token.revokedAt !== null || grant.revokedAt !== null)
    throw new OAuthError('invalid_grant', 'The refresh token was revoked: the app has to be connected again.');
  if (token.usedAt === null && token.expiresAt <= now) throw new OAuthError('invalid_grant', 'The refresh token has expired.');
  const scopes = narrowed(form, token.scopes);
  const spend = (db: Queryable) => spendRefresh(db, token.id, now);
  return { grant, familyId: token.familyId, scopes, granted: token.scopes, spend, what: 'refresh token' };
}

const trades: Readonly<Record<string, (trade: Trade) => ReturnType<typeof byCode>>> = {
  authorization_code: byCode,
  refresh_token: byRefreshToken,
};

async function trade(kit: AuthKit, form: Form, request: FastifyRequest) {
  const client = await clientOf(kit, request, form);
  const exchange = Object.hasOwn(trades, form.grant_type ?? '') ? trades[form.grant_type ?? ''] : undefined;
  if (!exchange) throw new OAuthError('unsupported_grant_type', 'grant_type must be authorization_code or refresh_token.');
  const now = new Date();
  const asked = { kit, client, form, request, now };
  const { grant, familyId, scopes, granted, spend, what } = await exchange(asked);
  // In one: whoever comes second waits for the tokens of the first, and finds them to withdraw.
  const issued = await kit.db.transaction(async (tx) =>
    (await spend(tx)) ? issueTokens(tx, { grantId: grant.id, familyId, scopes, granted }, now) : null,
  );
  if (!issued) return endFamily(asked, familyId, grant, what);
  const { access, refresh } = issued;
  await recordEvent(kit.db, request, {
    action: 'app.token_issued',
    result: 'success',
    userId: grant.userId,
    resource: { type: 'app', id: client.id },
    details: { by: form.grant_type, scopes },
  });
  return {
    access_token: access,
    token_type: 'Bearer' as const,
    expires_in: lives.access,
    refresh_token: refresh,
    scope: scopes.join(' '),
  };
}

/** A token of an app, by what it is. */
async function tokenOfClient(kit: AuthKit, client: Client, token: string | undefined) {
  const [row] = await kit.db
    .select({ token: oauthTokens, grant: oauthGrants, owner: users })
    .from(oauthTokens)
    .innerJoin(oauthGrants, eq(oauthGrants.id, oauthTokens.grantId))
    .innerJoin(users, eq(users.id, oauthGrants.userId))
    .where(and(eq(oauthTokens.tokenHash, hashOfSecret(token ?? '')), eq(oauthGrants.appId, client.id)));
  return row;
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

const unkept = (reply: FastifyReply) => reply.header('cache-control', 'no-store');

/** The endpoints that apps call; they speak forms and errors of their own. */
export function serveTokens(parent: FastifyInstance, kit: AuthKit): void {
  void parent.register(async (app) => serveIn(app, kit));
}

function serveIn(app: FastifyInstance, kit: AuthKit): void {
  app.setErrorHandler((error, request, reply) => answerOAuthError(error, request, reply));
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  implement(app, issueToken, ({ body, request, reply }) => {
    unkept(reply);
    return trade(kit, body, request);
  });

  implement(app, revokeToken, async ({ body, request }) => {
    const client = await clientOf(kit, request, body);
    const row = await tokenOfClient(kit, client, body.token);
    if (row) {
      const { id, kind, familyId } = row.token;
      await withdrawTokens(kit, kind === 'refresh' ? { familyId } : { id }, new Date());
    }
    return {};
  });

  implement(app, introspectToken, async ({ body, request, reply }) => {
    unkept(reply);
    const client = await clientOf(kit, request, body);
    if (!client.confidential) throw new OAuthError('invalid_client', 'Only apps with a client secret may ask.');
    const row = await tokenOfClient(kit, client, body.token);
    if (!row) return { active: false };
    const { token, grant, owner } = row;
    const spent = token.revokedAt !== null || token.usedAt !== null || grant.revokedAt !== null;
    const active = !spent && !isClosed(owner) && token.expiresAt > new Date();
    if (!active) return { active };
    return {
      active,
      scope: token.scopes.join(' '),
      client_id: client.id,
      sub: grant.userId,
      token_type: token.kind === 'access' ? 'Bearer' : 'refresh_token',
      exp: seconds(token.expiresAt),
      iat: seconds(token.createdAt),
    };
  });

  implement(app, oauthMetadata, async () => {
    const at = (path: string) => kit.config.PUBLIC_URL + path;
    return {
      issuer: kit.config.PUBLIC_URL,
      authorization_endpoint: at('/oauth/authorize'),
      token_endpoint: at('/oauth/token'),
      revocation_endpoint: at('/oauth/revoke'),
      introspection_endpoint: at('/oauth/introspect'),
      scopes_supported: [...allScopes],
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: Object.keys(trades),
      token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    };
  });
}
