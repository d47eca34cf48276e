import { type Database, files } from '@autograph/database';
import { eq, sql } from '@autograph/database/query.ts';
import { type CanvasData, type FileSnapshot, snapshot } from '@autograph/document';
import { schemaOf } from '@autograph/shapes';
import type * as Y from 'yjs';
import { type Drafter, drawnCanvas } from './canvas.ts';

/** Characters of text that a search looks through. */
const searchedCharacters = 100_000;

/** What a file shows to those who do not speak Yjs. */
export interface Projection {
  readonly canvas_data: CanvasData;
  readonly note_content: string;
}

/** Reads the projection of a document. Blocks whose contents were never placed are laid out for it. */
export async function project(doc: Y.Doc, drafter: Drafter): Promise<Projection> {
  const file: FileSnapshot = snapshot(doc, schemaOf);
  const blocks = await Promise.all(file.blocks.map((block) => drafter.place(block).catch(() => block)));
  return { canvas_data: drawnCanvas({ ...file, blocks }, drafter.derive), note_content: file.note };
}

/** PostgreSQL stores no NUL in text or JSON; Yjs does. */
function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

function searchText({ canvas_data, note_content }: Projection): string {
  const words = canvas_data.shapes.flatMap((shape) => [shape.name ?? '', shape.text ?? '']).filter((text) => text !== '');
  return withoutNul([note_content, ...new Set(words)].join('\n').slice(0, searchedCharacters));
}

/** Stores a projection beside the file, which was last edited at `editedAt`; a file that is gone is left alone. */
export async function storeProjection(db: Database, fileId: string, projection: Projection, editedAt: Date | null): Promise<void> {
  const canvas = JSON.stringify(projection.canvas_data, (_, value: unknown) => (typeof value === 'string' ? withoutNul(value) : value));
  await db
    .update(files)
    .set({
      canvasData: sql`${canvas}::jsonb`,
      noteContent: withoutNul(projection.note_content),
      searchText: searchText(projection),
      sizeBytes: Buffer.byteLength(canvas) + Buffer.byteLength(projection.note_content),
      updatedAt: sql`greatest(${files.updatedAt}, ${editedAt?.toISOString() ?? null}::timestamptz)`,
    })
    .where(eq(files.id, fileId));
}
