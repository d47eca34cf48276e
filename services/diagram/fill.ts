import { files } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import type { Kit } from '@autograph/service-kit';

/** Gives a new file its first content; a file that could not be filled is taken away again. */
export async function fillOrRemove(kit: Kit, id: string, fill: () => Promise<unknown>): Promise<void> {
  try {
    await fill();
  } catch (error) {
    await kit.db.delete(files).where(eq(files.id, id));
    throw error;
  }
}
