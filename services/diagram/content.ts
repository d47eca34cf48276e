import { type Diagram, RoomContent, readRoom } from '@autograph/contracts';
import { cached, dropCached, type Identity, type Kit } from '@autograph/service-kit';
import { type LoadedFile, openFile } from './file-row.ts';
import { summaryOf } from './summary.ts';

const keyOf = (id: string): string => `diagram:${id}`;

/** Forgets a file's cached content. */
export const forgetContent = (kit: Pick<Kit, 'kv'>, id: string): Promise<void> => dropCached(kit.kv, keyOf(id)).catch(() => undefined);

/** Content at least as new as the file's row says; kept for five minutes, because edits of a live room change the row at once. */
async function contentOf(kit: Kit, { row }: LoadedFile): Promise<RoomContent> {
  const current = RoomContent.refine((content) => content.version >= row.version);
  return cached(kit.kv, keyOf(row.id), current, () => kit.call(readRoom, { params: { file_id: row.id } }));
}

/** A file with its content. */
export async function diagramOf(kit: Kit, file: LoadedFile, identity: Identity): Promise<Diagram> {
  const { canvas_data, note_content, version } = await contentOf(kit, file);
  return { ...summaryOf(file, identity), canvas_data, note_content, version: Math.max(version, file.row.version) };
}

/** A file as it is after a change. */
export async function changedDiagram(kit: Kit, id: string, identity: Identity): Promise<Diagram> {
  await forgetContent(kit, id);
  return diagramOf(kit, await openFile(kit.db, id, identity, 'file.read'), identity);
}
