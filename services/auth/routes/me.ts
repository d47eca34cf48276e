import { CodedError, me, setup } from '@autograph/contracts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { findPreferences, findUser, isFresh } from '../account.ts';
import type { AuthKit } from '../auth-kit.ts';
import { registrationOf } from '../registration.ts';

export function serveMe(app: FastifyInstance, kit: AuthKit): void {
  implement(app, me, async ({ identity }) => {
    const [user, preferences] = await Promise.all([findUser(kit.db, identity.user_id), findPreferences(kit.db, identity.user_id)]);
    if (!user || !preferences) throw new CodedError('unauthenticated');
    return { user, preferences };
  });
  implement(app, setup, async () => ({
    needs_setup: await isFresh(kit.db),
    registration_open: (await registrationOf(kit, kit.db)).open,
    idle_minutes: kit.config.SESSION_IDLE_MINUTES,
  }));
}
