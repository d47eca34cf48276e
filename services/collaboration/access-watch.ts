import type { Kit } from '@autograph/service-kit';
import type { Document } from '@hocuspocus/server';
import { fileAccess } from './file-access.ts';
import { membersOf, tell } from './presence.ts';

/** The channel on which it is told that people's access to a file has changed. */
export function accessChannel(fileId: string): string {
  return `file:${fileId}:access`;
}

/** Looks at everyone in a room again whenever access to its file changes: who may no longer see it is put out. Gives the way to stop. */
export async function watchAccess(
  kit: Pick<Kit, 'db' | 'pubsub' | 'log'>,
  fileId: string,
  document: Document,
): Promise<() => Promise<void>> {
  async function check(): Promise<void> {
    for (const { connection, member } of membersOf(document)) {
      const access = await fileAccess(kit.db, fileId, member.identity);
      if (access === undefined || access === null) {
        connection.close({ code: 4403, reason: 'forbidden' });
        continue;
      }
      const canEdit = access !== 'view';
      if (canEdit === member.canEdit) continue;
      member.canEdit = canEdit;
      connection.readOnly = member.holding || !canEdit;
      tell(connection, { type: 'access', can_edit: canEdit });
    }
  }
  return kit.pubsub.subscribe(accessChannel(fileId), () => {
    check().catch((error: unknown) => kit.log.error({ err: error, file_id: fileId }, 'access could not be checked again'));
  });
}
