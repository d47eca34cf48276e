import { type Kit, noteActivity } from '@autograph/service-kit';
import type { Member } from './member.ts';

/** How often an edit is told to the store of sessions; ms. */
const noteMilliseconds = 30_000;

const notedAt = new WeakMap<Member, number>();

/** Notes that a member of a room is at work, so that their session does not idle away. A store that is away disturbs no edit. */
export async function noteEdit({ kv, log }: Pick<Kit, 'kv' | 'log'>, member: Member): Promise<void> {
  const now = Date.now();
  if (now - (notedAt.get(member) ?? 0) < noteMilliseconds) return;
  notedAt.set(member, now);
  await noteActivity(kv, member.identity.session_id).catch((error: unknown) => log.warn({ err: error }, 'activity is not noted'));
}
