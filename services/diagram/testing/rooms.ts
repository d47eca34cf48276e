import { CodedError, duplicateRoom, type RoomContent, readRoom, seedRoom, writeRoom } from '@autograph/contracts';
import { files } from '@autograph/database';
import { and, eq, sql } from '@autograph/database/query.ts';
import type { Block, Shape } from '@autograph/document';
import { defineService, implement, type Kit } from '@autograph/service-kit';

type Content = Omit<RoomContent, 'version'>;

const empty: Content = { canvas_data: { shapes: [], blocks: [], board: {} }, note_content: '' };

type Place = Pick<Block, 'x' | 'y'>;

const origin: Place = { x: 0, y: 0 };

const blockOf = (id: string, source: string, place = origin): Block => ({
  id,
  language: 'mermaid',
  source,
  ...place,
  index: 'a0',
  layout: {},
});

const shapeOf = (id: string, { x, y } = origin): Shape => ({
  id,
  type: 'rectangle',
  x,
  y,
  w: 10,
  h: 10,
  rotation: 0,
  parent_id: null,
  index: 'a0',
});

/** Diagram text with this word in it does not parse. */
export const brokenWord = 'BROKEN';

/** How often content was read, to see what a cache spares. */
export interface RoomReads {
  count: number;
}

/**
 * Stands in for the collaboration service where only files are tried: keeps contents in memory and counts versions in the
 * database as rooms do. Canvas input is not turned into shapes; blocks are, one shape each.
 */
export function standInRooms(reads: RoomReads = { count: 0 }) {
  const contents = new Map<string, Content>();
  const contentOf = (id: string) => contents.get(id) ?? empty;

  function requireReadable(sources: readonly string[]): void {
    const at = sources.findIndex((source) => source.includes(brokenWord));
    if (at === -1) return;
    throw new CodedError('syntax_error', { details: [{ path: `blocks.${at}.source`, line: 2, column: 3, message: 'Unexpected word.' }] });
  }

  async function keep(kit: Kit, id: string, content: Content, ifVersion?: number): Promise<RoomContent> {
    const [row] = await kit.db
      .update(files)
      .set({ version: sql`${files.version} + 1` })
      .where(and(eq(files.id, id), ifVersion === undefined ? undefined : eq(files.version, ifVersion)))
      .returning({ version: files.version });
    if (!row) throw new CodedError('version_conflict');
    contents.set(id, content);
    return { version: row.version, ...content };
  }

  return defineService({
    name: 'collaboration',
    port: 0,
    register: async (app, kit) => {
      implement(app, seedRoom, async ({ params, body }) => {
        requireReadable((body.blocks ?? []).map((block) => block.source));
        const blocks = (body.blocks ?? []).map((block, at) => blockOf(`bl_${at}`, block.source));
        const shapes = [
          ...(body.canvas_data?.shapes ?? []).map((_shape, at) => shapeOf(`sh_${at}`)),
          ...blocks.map(({ id }) => shapeOf(id)),
        ];
        return keep(kit, params.file_id, { canvas_data: { shapes, blocks, board: {} }, note_content: body.note_content ?? '' });
      });
      implement(app, readRoom, async ({ params }) => {
        reads.count += 1;
        const [row] = await kit.db.select({ version: files.version }).from(files).where(eq(files.id, params.file_id));
        if (!row) throw new CodedError('not_found');
        return { version: row.version, ...contentOf(params.file_id) };
      });
      implement(app, writeRoom, async ({ params, body }) => {
        const before = contentOf(params.file_id);
        const { blocks, shapes, board } = before.canvas_data;
        const change = body.add_block ? { id: `bl_${blocks.length}`, source: body.add_block.source } : body.set_block;
        if (body.set_block && !blocks.some((block) => block.id === body.set_block?.id)) throw new CodedError('not_found');
        requireReadable(change ? [change.source] : []);
        const { x = 0, y = 0 } = body.add_block ?? {};
        const block = change && blockOf(change.id, change.source, { x, y });
        const canvas_data = block
          ? { blocks: [...blocks.filter((each) => each.id !== block.id), block], shapes: [...shapes, shapeOf(block.id, block)], board }
          : before.canvas_data;
        const content = await keep(
          kit,
          params.file_id,
          { canvas_data, note_content: body.note_content ?? before.note_content },
          body.if_version,
        );
        return block ? { ...content, block_id: block.id, block, shapes: [shapeOf(block.id, block)] } : content;
      });
      implement(app, duplicateRoom, async ({ params, body }) => keep(kit, params.file_id, contentOf(body.from)));
    },
  });
}
