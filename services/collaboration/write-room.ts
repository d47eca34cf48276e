import { type BlockInput, type CanvasDataInput, CodedError, type RoomContent } from '@autograph/contracts';
import type { Database } from '@autograph/database';
import { type Block, blocksFromSeeds, createBlockId, openFile, snapshot, storedBlock, topIndex } from '@autograph/document';
import { schemaOf } from '@autograph/shapes';
import type * as Y from 'yjs';
import { extentOf, placeBlocks, requireReadable, withLanguage } from './block-input.ts';
import { type Drafter, drawnCanvas } from './canvas.ts';
import { addBlock, type Canvas, canvasFrom, setBlockSource, writeCanvas, writeNote } from './canvas-writes.ts';
import type { LiveRoom } from './live-room.ts';
import { project, storeProjection } from './projection.ts';

/** What a write asks for; all of it happens or nothing does. */
export interface RoomWrite {
  readonly if_version?: number | undefined;
  readonly note_content?: string | undefined;
  readonly canvas_data?: CanvasDataInput | undefined;
  readonly blocks?: readonly BlockInput[] | undefined;
  readonly add_block?: BlockInput | undefined;
  readonly set_block?: { readonly id: string; readonly source: string } | undefined;
}

/** What rooms' routes work with. */
export interface Workshop {
  readonly db: Database;
  readonly drafter: Drafter;
}

/** The canvas that a write describes, every block laid out and in its place. Throws `syntax_error`. */
async function plannedCanvas(input: CanvasDataInput, extra: readonly BlockInput[], doc: Y.Doc, drafter: Drafter): Promise<Canvas> {
  const known = new Map(snapshot(doc, schemaOf).blocks.map((block) => [block.id, block]));
  const canvas = canvasFrom(input, new Set(known.keys()));
  const added = blocksFromSeeds(
    extra.map(withLanguage),
    topIndex([...canvas.shapes.filter((shape) => shape.parent_id === null), ...canvas.blocks]),
  );
  const blocks = [...canvas.blocks, ...added];
  requireReadable(blocks.filter((block) => known.get(block.id)?.source !== block.source));
  const seeds = [...input.blocks, ...extra].map((seed, at) => {
    const before = known.get(blocks[at]?.id ?? '');
    return { x: seed.x ?? before?.x, y: seed.y ?? before?.y, layout: seed.layout ?? before?.layout ?? {} };
  });
  const whole = blocks.map((block, at) => ({ ...block, layout: seeds[at]?.layout ?? {} }));
  return { shapes: canvas.shapes, board: canvas.board, blocks: await placeBlocks(whole, seeds, extentOf(canvas.shapes), drafter) };
}

async function plannedBlock(asked: BlockInput, doc: Y.Doc, drafter: Drafter): Promise<Block> {
  const input = withLanguage(asked);
  requireReadable([input]);
  const file = snapshot(doc, schemaOf);
  const canvas = drawnCanvas(file, drafter.derive);
  const top = topIndex([...file.shapes.filter((shape) => shape.parent_id === null), ...file.blocks]);
  const [block] = await placeBlocks(
    blocksFromSeeds([{ ...input, id: input.id ?? createBlockId() }], top),
    [input],
    extentOf(canvas.shapes),
    drafter,
  );
  if (block === undefined) throw new CodedError('internal');
  return block;
}

async function plannedSource(change: { readonly id: string; readonly source: string }, doc: Y.Doc, drafter: Drafter): Promise<Block> {
  const current = storedBlock(openFile(doc), change.id);
  if (current === undefined) throw new CodedError('not_found', { message: 'The file has no such block.' });
  requireReadable([{ language: current.language, source: change.source }]);
  return drafter.place({ ...current, source: change.source });
}

/** Answers what a room holds now and stores that projection, so that readers elsewhere see it too. */
export async function publish(room: LiveRoom, version: number, workshop: Workshop): Promise<RoomContent> {
  const projection = await project(room.doc, workshop.drafter);
  await storeProjection(workshop.db, room.fileId, projection, room.editedAt);
  return { version, ...projection };
}

/**
 * Writes into a live room. Everything is parsed and laid out first, then stored in one transaction that open editors see at once.
 * Throws `syntax_error`, `version_conflict`, `validation_failed`, `not_found`.
 */
export async function writeRoom(room: LiveRoom, write: RoomWrite, userId: string | null, workshop: Workshop) {
  const { doc } = room;
  const { drafter } = workshop;
  const extra = write.blocks ?? [];
  const wholeCanvas = write.canvas_data ?? (extra.length > 0 ? { shapes: [], blocks: [] } : undefined);
  const canvas = wholeCanvas === undefined ? null : await plannedCanvas(wholeCanvas, extra, doc, drafter);
  const added = write.add_block === undefined ? null : await plannedBlock(write.add_block, doc, drafter);
  const changed = write.set_block === undefined ? null : await plannedSource(write.set_block, doc, drafter);

  const version = await room.write(
    (copy) => {
      if (canvas !== null) writeCanvas(copy, canvas);
      if (added !== null) addBlock(copy, added);
      if (changed !== null) setBlockSource(copy, changed);
      if (write.note_content !== undefined) writeNote(copy, write.note_content);
    },
    userId,
    write.if_version,
  );

  const content = await publish(room, version, workshop);
  const id = added?.id ?? changed?.id;
  const block = content.canvas_data.blocks.find((candidate) => candidate.id === id);
  if (block === undefined) return content;
  return { ...content, block_id: block.id, block, shapes: [...drafter.derive(block)] };
}
