import { type Database, users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { visibleAssets } from '@autograph/service-kit';

/** An update, and who made it. */
export interface Brought {
  readonly update: Uint8Array;
  readonly userId: string | null;
}

const digest = /[\da-f]{64}/g;

/** Everything in an update that may name a picture. Yjs writes a string whole, behind its length, so that a digest is found as it is. */
function digestsIn(update: Uint8Array): readonly string[] {
  if (update.length < 64) return [];
  return Buffer.from(update.buffer, update.byteOffset, update.byteLength).toString('latin1').match(digest) ?? [];
}

async function visibleTo(db: Database, userId: string, assetIds: ReadonlySet<string>): Promise<readonly string[]> {
  const [subject] = await db.select({ user_id: users.id, role: users.role }).from(users).where(eq(users.id, userId));
  return subject === undefined ? [] : [...(await visibleAssets(db, subject, [...assetIds]))];
}

/** The pictures that updates bring with them: those that they name and that whoever made them may see. A name alone brings nothing. */
export async function broughtAssets(db: Database, updates: readonly Brought[]): Promise<readonly string[]> {
  const named = new Map<string, Set<string>>();
  for (const { update, userId } of updates) {
    if (userId === null) continue;
    for (const id of digestsIn(update)) named.set(userId, (named.get(userId) ?? new Set()).add(id));
  }
  const visible = await Promise.all([...named].map(([userId, ids]) => visibleTo(db, userId, ids)));
  return [...new Set(visible.flat())];
}
