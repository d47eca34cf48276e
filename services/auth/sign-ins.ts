import type { SignIn } from '@autograph/contracts';
import { sessions } from '@autograph/database';
import { and, eq, gt } from '@autograph/database/query.ts';
import { hasIdled, lastActivity } from '@autograph/service-kit';
import type { AuthKit } from './auth-kit.ts';
import { deviceName } from './device.ts';

/** Where a person is signed in, the latest activity first; `current` is the session that asks, if it is theirs. */
export async function signInsOf(kit: AuthKit, userId: string, current?: string): Promise<SignIn[]> {
  const idleSeconds = kit.config.SESSION_IDLE_MINUTES * 60;
  const rows = await kit.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, new Date())));
  const open = await Promise.all(
    rows.map(async (row): Promise<SignIn[]> => {
      if (!row.remembered && (await hasIdled(kit.kv, row.id, idleSeconds))) return [];
      const seen = await lastActivity(kit.kv, row.id);
      return [
        {
          id: row.id,
          current: row.id === current,
          device: deviceName(row.userAgent),
          ip_address: row.ipAddress ?? '',
          place: row.place ?? 'Unknown place',
          remembered: row.remembered,
          created_at: row.createdAt.toISOString(),
          last_active_at: new Date(seen ?? row.lastSeenAt).toISOString(),
        },
      ];
    }),
  );
  return open.flat().sort((a, b) => b.last_active_at.localeCompare(a.last_active_at));
}
