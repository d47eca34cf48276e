import { type DiagramType, titleChannel, updateDiagram, writeRoom } from '@autograph/contracts';
import { files } from '@autograph/database';
import { and, eq, sql } from '@autograph/database/query.ts';
import { type Identity, implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { changedDiagram } from '../content.ts';
import { type FileRow, openFile } from '../file-row.ts';
import { versionConflict, versionOf } from '../if-match.ts';
import { identified, pathInBody, pointed } from '../pointed.ts';

interface Naming {
  readonly title?: string | undefined;
  readonly type?: DiagramType | undefined;
}

/** Changes title and type, as a version of their own or as part of the one that `within` says; `version` means that nothing may have changed since. */
async function rename(
  kit: Kit,
  row: FileRow,
  naming: Naming,
  { version, within }: { version: number | null; within: number | null },
  identity: Identity,
): Promise<void> {
  const unchanged = version === null ? undefined : eq(files.version, version);
  const next = within === null ? { version: sql`${files.version} + 1` } : {};
  const changed = await kit.db
    .update(files)
    .set({ ...naming, ...next, updatedBy: identity.user_id })
    .where(and(eq(files.id, row.id), unchanged))
    .returning({ id: files.id });
  if (changed.length === 0) throw versionConflict(row.version);
  if (naming.title !== undefined) await kit.pubsub.publish(titleChannel(row.id), naming.title);
}

export function serveUpdate(app: FastifyInstance, kit: Kit): void {
  implement(app, updateDiagram, async ({ params, headers, body, identity, reply }) => {
    const { row } = await openFile(kit.db, params.id, identity, 'file.edit');
    const version = versionOf(headers['if-match']);
    if (version !== null && version !== row.version) throw versionConflict(row.version);
    const { title, type, ...given } = body;
    const content = identified(given);
    const hasContent = Object.values(content).some((part) => part !== undefined);
    let written: number | null = null;
    if (hasContent) {
      const input = {
        params: { file_id: row.id },
        query: { by: identity.user_id },
        body: { ...content, if_version: version ?? undefined },
      };
      const room = await kit.call(writeRoom, input, { identity }).catch(pointed(pathInBody(content)));
      // Content that was as asked already made no version.
      if (room.version > row.version) written = room.version;
    }
    if (title !== undefined || type !== undefined)
      await rename(kit, row, { title, type }, { version: hasContent ? null : version, within: written }, identity);
    const diagram = await changedDiagram(kit, row.id, identity);
    reply.header('etag', `"${diagram.version}"`);
    return diagram;
  });
}
