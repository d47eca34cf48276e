import { credentialPrefixes, type Scope } from '@autograph/contracts';
import { oauthCodes, oauthGrants, oauthTokens, type Queryable } from '@autograph/database';
import { and, eq, gt, inArray, isNull, sql } from '@autograph/database/query.ts';
import { includesScope, refuseCredentials } from '@autograph/service-kit';
import type { AuthKit } from '../auth-kit.ts';
import { newSecret } from '../keys/secret.ts';

/** Seconds that each lives. */
export const lives = { code: 60, access: 3600, refresh: 30 * 86_400 } as const;

const prefixes = { code: 'agc_', access: credentialPrefixes.app, refresh: 'agr_' } as const;

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

/** That an app is let in. */
interface Entry {
  readonly grantId: string;
  /** Of access tokens from before that were good for more: to be refused once this is stored. */
  readonly withdrawn: readonly string[];
}

/** Lets an app in, or lets it in anew with other scopes: nothing that it holds is good for more than those afterwards. */
export async function grantAccess(db: Queryable, userId: string, appId: string, scopes: Scope[], now: Date): Promise<Entry> {
  const fresh = { scopes, connectedAt: now, revokedAt: null };
  const [row] = await db
    .insert(oauthGrants)
    .values({ userId, appId, ...fresh })
    .onConflictDoUpdate({ target: [oauthGrants.userId, oauthGrants.appId], set: fresh })
    .returning({ id: oauthGrants.id });
  const grantId = row?.id ?? '';
  return { grantId, withdrawn: await withdrawWider(db, grantId, scopes, now) };
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

/** Hashes of access tokens that carry more than a person agrees to now; they are withdrawn, with the refresh tokens and codes that do. */
async function withdrawWider(db: Queryable, grantId: string, scopes: Scope[], now: Date): Promise<string[]> {
  const tokens = await db
    .select()
    .from(oauthTokens)
    .where(and(eq(oauthTokens.grantId, grantId), isNull(oauthTokens.revokedAt)));
  const isWider = (row: { readonly scopes: Scope[] }) => !row.scopes.every((scope) => includesScope(scopes, scope));
  const wider = tokens.filter(isWider);
  const codes = (await db.select().from(oauthCodes).where(eq(oauthCodes.grantId, grantId))).filter(isWider);
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  await db
    .update(oauthTokens)
    .set({ revokedAt: now })
    .where(inArray(oauthTokens.id, idsOf(wider)));
  await db.delete(oauthCodes).where(inArray(oauthCodes.id, idsOf(codes)));
  return wider.filter(({ kind }) => kind === 'access').map(({ tokenHash }) => tokenHash);
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
