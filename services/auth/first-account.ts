import { createDiagram, type Session } from '@autograph/contracts';
import { type Database, instanceSettings, users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import type { AuthKit } from './auth-kit.ts';
import { fileOf } from './examples/file-of.ts';
import { examples } from './examples/index.ts';

/**
 * Makes an account of an empty instance its admin, whose address needs no proof: there is nobody else to trust yet; false when another one was quicker. To be asked only for accounts
 * that were made while there was none.
 */
export function becomeFirst(db: Database, userId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const claimed = await tx.insert(instanceSettings).values({ key: 'first_account', value: userId }).onConflictDoNothing().returning();
    if (claimed.length === 0) return false;
    await tx.update(users).set({ role: 'admin', emailVerified: true }).where(eq(users.id, userId));
    return true;
  });
}

/** Puts the example files into the first account's workspace; what fails is logged and does not spoil the sign-up. */
export async function welcome(kit: AuthKit, { user }: Session): Promise<void> {
  const identity = { user_id: user.id, name: user.name, email: user.email, role: user.role, session_id: '' };
  for (const example of examples) {
    await kit
      .call(createDiagram, { body: fileOf(example) }, { identity })
      .catch((error: unknown) => kit.log.error({ err: error, title: example.title }, 'an example file could not be made'));
  }
}
