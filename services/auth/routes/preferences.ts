import { CodedError, updatePreferences } from '@autograph/contracts';
import { users } from '@autograph/database';
import { and, eq, isNull, sql } from '@autograph/database/query.ts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { findPreferences } from '../account.ts';
import type { AuthKit } from '../auth-kit.ts';

export function servePreferences(app: FastifyInstance, kit: AuthKit): void {
  implement(app, updatePreferences, async ({ body, identity }) => {
    // Merged by the database, so that two devices which set different fields at once both have their way.
    await kit.db
      .update(users)
      .set({ preferences: sql`${users.preferences} || ${JSON.stringify(body)}::jsonb` })
      .where(and(eq(users.id, identity.user_id), isNull(users.deletedAt)));
    const preferences = await findPreferences(kit.db, identity.user_id);
    if (!preferences) throw new CodedError('unauthenticated');
    return { preferences };
  });
}
