import { createDiagram, type Session } from '@autograph/contracts';
import { type Database, instanceSettings, users } from '@autograph/database';
import { eq } from 'drizzle-orm';
import type { AuthKit } from './auth-kit.ts';
import { examples } from './examples/index.ts';

/**
 * Makes an account of an empty instance its admin; false when another one was quicker. To be asked only for accounts
 * that were made while there was none.
 */
export function becomeFirst(db: Database, userId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const claimed = await tx.insert(instanceSettings).values({ key: 'first_account', value: userId }).onConflictDoNothing().returning();
    if (claimed.length === 0) return false;
    await tx.update(users).set({ role: 'admin' }).where(eq(users.id, userId));
    return true;
  });
}

/** px between the heading's top and the diagram's. */
const headingHeight = 72;

/** Puts the example files into the first account's workspace; what fails is logged and does not spoil the sign-up. */
export async function welcome(kit: AuthKit, { user }: Session): Promise<void> {
  const identity = { user_id: user.id, name: user.name, email: user.email, role: user.role, session_id: '' };
  for (const { title, note, source, heading } of examples) {
    const head = { type: 'text', x: 0, y: -headingHeight, w: 640, h: 36, text: heading, font_size: 24, bold: true };
    const body = {
      title,
      type: 'mixed' as const,
      note_content: note,
      canvas_data: { shapes: [head] },
      blocks: [{ language: 'mermaid', source, x: 0, y: 0 }],
    };
    await kit
      .call(createDiagram, { body }, { identity })
      .catch((error: unknown) => kit.log.error({ err: error, title }, 'example file not made'));
  }
}
