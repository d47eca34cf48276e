import { accessChannel } from '@autograph/contracts';
import { files } from '@autograph/database';
import { and, eq, isNotNull, lt } from '@autograph/database/query.ts';
import { defineJob, type Kit } from '@autograph/service-kit';
import { z } from 'zod';
import { forgetContent } from './content.ts';
import { thumbnailForms, thumbnailKey } from './thumbnail.ts';

/** Days that the trash keeps a file. */
const trashDays = 30;

type ErasingKit = Pick<Kit, 'db' | 'kv' | 'storage' | 'pubsub'>;

/** Erases a file for good: its content, history, shares and stored pictures. */
export async function eraseFile(kit: ErasingKit, id: string): Promise<void> {
  for (const form of thumbnailForms) await kit.storage.delete('diagrams', thumbnailKey(id, form));
  await kit.db.delete(files).where(eq(files.id, id));
  await forgetContent(kit, id);
  await kit.pubsub.publish(accessChannel(id), '');
}

/** Erases what has been in the trash for 30 days. */
export async function emptyTrash(kit: ErasingKit, now: Date): Promise<void> {
  const before = new Date(now.getTime() - trashDays * 86_400_000);
  const old = await kit.db
    .select({ id: files.id })
    .from(files)
    .where(and(isNotNull(files.deletedAt), lt(files.deletedAt, before)));
  for (const { id } of old) await eraseFile(kit, id);
}

/** Runs once a day. */
export const emptyTrashJob = defineJob({ name: 'diagram-empty-trash', data: z.object({}) });
