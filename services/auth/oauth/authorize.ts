import {
  type AuthorizationRequest,
  scopes as allScopes,
  CodedError,
  decideAuthorization,
  describeAuthorization,
  Scope,
  sessionEndChannel,
} from '@autograph/contracts';
import { oauthApps, users } from '@autograph/database';
import { and, eq, isNull } from '@autograph/database/query.ts';
import { can, type Identity, implement, refuseCredentials } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { grantAccess, issueCode } from './store.ts';

/** An app by its client id. Throws `unknown_app`. */
async function appOf(kit: AuthKit, clientId: string | undefined) {
  const known = z.uuid().safeParse(clientId);
  const [row] = known.success
    ? await kit.db
        .select({ app: oauthApps, owner: users.name })
        .from(oauthApps)
        .innerJoin(users, eq(users.id, oauthApps.ownerId))
        .where(and(eq(oauthApps.id, known.data), isNull(oauthApps.deletedAt)))
    : [];
  if (!row) throw new CodedError('unknown_app');
  return row;
}

/** The scopes that a request names, the narrowest first; null when it names one that there is not. */
export function scopesIn(text: string | undefined): Scope[] | null {
  const names = (text ?? '').split(' ').filter(Boolean);
  const parsed = z.array(Scope).safeParse(names);
  if (!parsed.success) return null;
  return names.length === 0 ? ['read'] : allScopes.filter((scope) => parsed.data.includes(scope));
}

type Fault = { readonly error: string; readonly error_description: string };

/** What is wrong with a request of an app that may be told so; null when it can be asked of the person. */
function faultIn(asked: AuthorizationRequest): Fault | null {
  const fault = (error: string, error_description: string): Fault => ({ error, error_description });
  if (asked.response_type !== 'code') return fault('unsupported_response_type', 'response_type must be code.');
  if (asked.code_challenge_method !== 'S256') return fault('invalid_request', 'PKCE is needed: code_challenge_method must be S256.');
  if (!/^[A-Za-z0-9_-]{43}$/.test(asked.code_challenge ?? ''))
    return fault('invalid_request', 'code_challenge must be the SHA-256 of code_verifier in base64url, 43 characters.');
  if (scopesIn(asked.scope) === null) return fault('invalid_scope', `scope may name ${allScopes.join(', ')}.`);
  return null;
}

/** Where the browser goes back to; `iss` lets the app see who answers (RFC 9207). */
function answerAt(kit: AuthKit, redirectUri: string, state: string | undefined, fields: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  url.searchParams.set('iss', kit.config.PUBLIC_URL);
  return url.href;
}

/** An app's request as it may be shown to the person. Throws `unknown_app` and `unknown_redirect`, after which nobody may be sent anywhere. */
async function readRequest(kit: AuthKit, asked: AuthorizationRequest, identity: Identity) {
  const { app, owner } = await appOf(kit, asked.client_id);
  const redirectUri = asked.redirect_uri ?? '';
  if (!app.redirectUris.includes(redirectUri)) throw new CodedError('unknown_redirect');
  const fault = faultIn(asked);
  // What a person may not do themselves they cannot let an app do.
  const scopes = (scopesIn(asked.scope) ?? []).map((scope) => (scope === 'admin' && !can(identity, 'users.manage') ? 'write' : scope));
  return { app, owner, redirectUri, fault, scopes: [...new Set(scopes)] };
}

export function serveAuthorization(app: FastifyInstance, kit: AuthKit): void {
  implement(app, describeAuthorization, async ({ query, identity }) => {
    const asked = await readRequest(kit, query, identity);
    const { id, name, homepage } = asked.app;
    return {
      app: { id, name, homepage, owner: asked.owner, answers_at: asked.redirectUri },
      scopes: asked.scopes,
      redirect_to: asked.fault && answerAt(kit, asked.redirectUri, query.state, asked.fault),
    };
  });

  implement(app, decideAuthorization, async ({ body, identity, request }) => {
    const { app: asking, redirectUri, fault, scopes } = await readRequest(kit, body, identity);
    const go = (fields: Readonly<Record<string, string>>) => ({ redirect_to: answerAt(kit, redirectUri, body.state, fields) });
    if (fault) return go({ ...fault });
    const resource = { type: 'app', id: asking.id } as const;
    const event = { userId: identity.user_id, resource, details: { name: asking.name, scopes } };
    if (!body.approve) {
      await recordEvent(kit.db, request, { ...event, action: 'app.denied', result: 'success' });
      return go({ error: 'access_denied', error_description: 'The person did not agree.' });
    }
    const now = new Date();
    const { code, grantId, withdrawn } = await kit.db.transaction(async (tx) => {
      const entry = await grantAccess(tx, identity.user_id, asking.id, scopes, now);
      const terms = { grantId: entry.grantId, redirectUri, codeChallenge: body.code_challenge ?? '', scopes };
      return { ...entry, code: await issueCode(tx, terms, now) };
    });
    if (withdrawn.length > 0) {
      await refuseCredentials(kit.kv, withdrawn, 'token_revoked');
      await kit.pubsub.publish(sessionEndChannel, grantId);
    }
    await recordEvent(kit.db, request, { ...event, action: 'app.authorized', result: 'success' });
    return go({ code });
  });
}
