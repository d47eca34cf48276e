import { timingSafeEqual } from 'node:crypto';
import { oauthApps } from '@autograph/database';
import { and, eq, isNull } from '@autograph/database/query.ts';
import { hashOfSecret } from '@autograph/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordRefusal } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { OAuthError } from './oauth-error.ts';

interface Claimed {
  readonly client_id?: string | undefined;
  readonly client_secret?: string | undefined;
}

const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/** Who an app says it is: in the Authorization header (RFC 6749 section 2.3.1) or in the form. */
function claimOf(request: FastifyRequest, form: Claimed): Claimed {
  const basic = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (basic === undefined) return form;
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString().split(':');
  try {
    return { client_id: decoded(id), client_secret: decoded(secret.join(':')) };
  } catch {
    throw new OAuthError('invalid_client', 'The Authorization header cannot be read.');
  }
}

/** The app that asks, proven where it has a secret. Throws `invalid_client`. */
export async function clientOf(kit: AuthKit, request: FastifyRequest, form: Claimed) {
  const { client_id, client_secret } = claimOf(request, form);
  const id = z.uuid().safeParse(client_id);
  const [app] = id.success
    ? await kit.db
        .select()
        .from(oauthApps)
        .where(and(eq(oauthApps.id, id.data), isNull(oauthApps.deletedAt)))
    : [];
  if (!app) throw new OAuthError('invalid_client', 'There is no such app.');
  if (!app.confidential) return app;
  const given = Buffer.from(hashOfSecret(client_secret ?? ''));
  const kept = Buffer.from(app.secretHash ?? '');
  if (given.length === kept.length && timingSafeEqual(given, kept)) return app;
  await recordRefusal(kit, request, { action: 'app.refused', resource: { type: 'app', id: app.id }, details: { reason: 'wrong_secret' } });
  throw new OAuthError('invalid_client', 'The client secret is wrong.');
}
