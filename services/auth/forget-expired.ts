import { accountLinks, oauthCodes, oauthTokens, type Queryable, refreshTokens, sessions, ssoAssertions } from '@autograph/database';
import { lt } from '@autograph/database/query.ts';
import { defineJob } from '@autograph/service-kit';
import { z } from 'zod';

/** Deletes sign-ins, refresh tokens and mailed links that have lapsed; nobody can use them any more. */
export async function forgetExpired(db: Queryable, now: Date): Promise<void> {
  await db.delete(refreshTokens).where(lt(refreshTokens.expiresAt, now));
  await db.delete(accountLinks).where(lt(accountLinks.expiresAt, now));
  await db.delete(sessions).where(lt(sessions.expiresAt, now));
  await db.delete(ssoAssertions).where(lt(ssoAssertions.expiresAt, now));
  await db.delete(oauthTokens).where(lt(oauthTokens.expiresAt, now));
  await db.delete(oauthCodes).where(lt(oauthCodes.expiresAt, now));
}

/** Runs once a day. */
export const forgetExpiredJob = defineJob({ name: 'auth-forget-expired', data: z.object({}) });
