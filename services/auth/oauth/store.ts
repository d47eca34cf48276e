import { credentialPrefixes, type Scope } from '@autograph/contracts';
import { oauthCodes, oauthGrants, oauthTokens, type Queryable } from '@autograph/database';
import { and, eq, gt, isNull, sql } from '@autograph/database/query.ts';
import { refuseCredentials } from '@autograph/service-kit';
import type { AuthKit } from '../auth-kit.ts';
import { newSecret } from '../keys/secret.ts';

/** Seconds that each lives. */
export const lives = { code: 60, access: 3600, refresh: 30 * 86_400 } as const;

const prefixes = { code: 'agc_', access: credentialPrefixes.app, refresh: 'agr_' } as const;

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

/** Lets an app in, or lets it in anew with other scopes. Gives the id of what stands for that. */
export async function grantAccess(db: Queryable, userId: string, appId: string, scopes: Scope[], now: Date): Promise<string> {
  const fresh = { scopes, connectedAt: now, revokedAt: null };
  const [row] = await db
    .insert(oauthGrants)
    .values({ userId, appId, ...fresh })
    .onConflictDoUpdate({ target: [oauthGrants.userId, oauthGrants.appId], set: fresh })
    .returning({ id: oauthGrants.id });
  return row?.id ?? '';
}

interface CodeTerms {
  readonly grantId: string;
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly scopes: Scope[];
}

/** Makes an authorization code; only its SHA-256 is stored. */
export async function issueCode(db: Queryable, terms: CodeTerms, now: Date): Promise<string> {
  const { secret, hash } = newSecret(prefixes.code);
  await db.insert(oauthCodes).values({ ...terms, codeHash: hash, expiresAt: after(now, lives.code) });
  return secret;
}

/** Uses a code up in one statement, so that of two callers one finds it used; false for that one. */
export async function spendCode(db: Queryable, id: string, now: Date): Promise<boolean> {
  const unused = and(eq(oauthCodes.id, id), isNull(oauthCodes.usedAt), gt(oauthCodes.expiresAt, now));
  return (await db.update(oauthCodes).set({ usedAt: now }).where(unused).returning({ id: oauthCodes.id })).length === 1;
}

/** Uses a refresh token up in one statement; false when it was used, withdrawn or lapsed already. */
export async function spendRefresh(db: Queryable, id: string, now: Date): Promise<boolean> {
  const usable = and(eq(oauthTokens.id, id), isNull(oauthTokens.usedAt), isNull(oauthTokens.revokedAt), gt(oauthTokens.expiresAt, now));
  return (await db.update(oauthTokens).set({ usedAt: now }).where(usable).returning({ id: oauthTokens.id })).length === 1;
}

interface TokenTerms {
  readonly grantId: string;
  readonly familyId: string;
  /** What the access token carries. */
  readonly scopes: Scope[];
  /** What the person agreed to, which further tokens may carry. */
  readonly granted: Scope[];
}

/** Makes an access token and the refresh token for the next one. */
export async function issueTokens(db: Queryable, { grantId, familyId, scopes, granted }: TokenTerms, now: Date) {
  const [access, refresh] = [newSecret(prefixes.access), newSecret(prefixes.refresh)];
  await db.insert(oauthTokens).values([
    { grantId, familyId, kind: 'access', tokenHash: access.hash, scopes, expiresAt: after(now, lives.access) },
    { grantId, familyId, kind: 'refresh', tokenHash: refresh.hash, scopes: granted, expiresAt: after(now, lives.refresh) },
  ]);
  return { access: access.secret, refresh: refresh.secret };
}

/** Which tokens are withdrawn: one, all of a code, or all that a person gave an app. */
export type Withdrawn = { readonly id: string } | { readonly familyId: string } | { readonly grantId: string };

/** Withdraws tokens: they are refused at once, everywhere. */
export async function withdrawTokens(kit: Pick<AuthKit, 'db' | 'kv'>, which: Withdrawn, now: Date): Promise<void> {
  const [column, value] =
    'id' in which
      ? [oauthTokens.id, which.id]
      : 'familyId' in which
        ? [oauthTokens.familyId, which.familyId]
        : [oauthTokens.grantId, which.grantId];
  const rows = await kit.db
    .update(oauthTokens)
    .set({ revokedAt: now })
    .where(and(eq(sql`${column}`, value), isNull(oauthTokens.revokedAt)))
    .returning({ hash: oauthTokens.tokenHash, kind: oauthTokens.kind, expiresAt: oauthTokens.expiresAt });
  const alive = rows.filter(({ kind, expiresAt }) => kind === 'access' && expiresAt > now);
  await refuseCredentials(
    kit.kv,
    alive.map(({ hash }) => hash),
    'token_revoked',
  );
}
