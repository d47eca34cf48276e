import { type Diagram, type DiagramType, titleChannel, updateDiagram, writeRoom } from '@autograph/contracts';
import { files } from '@autograph/database';
import { and, eq, sql } from '@autograph/database/query.ts';
import { type Identity, implement, type Kit } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { changedDiagram, renamedDiagram } from '../content.ts';
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
): Promise<Pick<FileRow, 'title' | 'type' | 'version' | 'updatedAt'>> {
  const unchanged = version === null ? undefined : eq(files.version, version);
  const next = sql<number>`${files.version} + 1`;
  // A new name changes no picture.
  const drawn = sql`case when ${files.thumbnailVersion} = ${files.version} then ${next} else ${files.thumbnailVersion} end`;
  const versions = within === null ? { version: next, thumbnailVersion: drawn } : {};
  const [renamed] = await kit.db
    .update(files)
    .set({ ...naming, ...versions, updatedBy: identity.user_id })
    .where(and(eq(files.id, row.id), unchanged))
    .returning({ title: files.title, type: files.type, version: files.version, updatedAt: files.updatedAt });
  if (!renamed) throw versionConflict(row.version);
  if (naming.title !== undefined) await kit.pubsub.publish(titleChannel(row.id), naming.title);
  return renamed;
}

export function serveUpdate(app: FastifyInstance, kit: Kit): void {
  implement(app, updateDiagram, async ({ params, headers, body, identity, reply }) => {
    const file = await openFile(kit.db, params.id, identity, 'file.edit');
    const { row } = file;
    const version = versionOf(headers['if-match']);
    if (version !== null && version !== row.version) throw versionConflict(row.version);
    const { title, type, ...given } = body;
    const content = identified(given);
    const isRenamed = title !== undefined || type !== undefined;

    async function changed(): Promise<Diagram> {
      if (Object.values(content).every((part) => part === undefined)) {
        if (!isRenamed) return changedDiagram(kit, row.id, identity);
        const renamed = await rename(kit, row, { title, type }, { version, within: null }, identity);
        return renamedDiagram(kit, { ...file, row: { ...row, ...renamed } }, identity);
      }
      const input = {
        params: { file_id: row.id },
        query: { by: identity.user_id },
        body: { ...content, if_version: version ?? undefined },
      };
      const room = await kit.call(writeRoom, input, { identity }).catch(pointed(pathInBody(content)));
      // Content that was as asked already made no version.
      const written = room.version > row.version ? room.version : null;
      if (isRenamed) await rename(kit, row, { title, type }, { version: null, within: written }, identity);
      return changedDiagram(kit, row.id, identity);
    }
    const diagram = await changed();
    reply.header('etag', `"${diagram.version}"`);
    return diagram;
  });
}
