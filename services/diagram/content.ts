import { type Diagram, RoomContent, readRoom } from '@autograph/contracts';
import { cached, dropCached, type Identity, type Kit, keepCached } from '@autograph/service-kit';
import { type LoadedFile, openFile } from './file-row.ts';
import { summaryOf } from './summary.ts';

const keyOf = (id: string): string => `diagram:${id}`;

/** Forgets a file's cached content. */
export const forgetContent = (kit: Pick<Kit, 'kv'>, id: string): Promise<void> => dropCached(kit.kv, keyOf(id)).catch(() => undefined);

/** Content at least as new as a version; kept for five minutes, because edits of a live room change the version in the file's row at once. */
async function contentOf(kit: Kit, id: string, version: number): Promise<RoomContent> {
  const current = RoomContent.refine((content) => content.version >= version);
  return cached(kit.kv, keyOf(id), current, () => kit.call(readRoom, { params: { file_id: id } }));
}

const diagramFrom = (file: LoadedFile, { canvas_data, note_content, version }: RoomContent, identity: Identity): Diagram => ({
  ...summaryOf(file, identity),
  canvas_data,
  note_content,
  version: Math.max(version, file.row.version),
});

/** A file with its content. */
export async function diagramOf(kit: Kit, file: LoadedFile, identity: Identity): Promise<Diagram> {
  return diagramFrom(file, await contentOf(kit, file.row.id, file.row.version), identity);
}

/** A file as it is after a change. */
export async function changedDiagram(kit: Kit, id: string, identity: Identity): Promise<Diagram> {
  await forgetContent(kit, id);
  return diagramOf(kit, await openFile(kit.db, id, identity, 'file.read'), identity);
}

/** A file whose newest version brought another name and no other content: what is kept of the version before holds for this one. */
export async function renamedDiagram(kit: Kit, file: LoadedFile, identity: Identity): Promise<Diagram> {
  const { id, version } = file.row;
  const before = await contentOf(kit, id, version - 1);
  const content = { ...before, version: Math.max(before.version, version) };
  await keepCached(kit.kv, keyOf(id), content);
  return diagramFrom(file, content, identity);
}
