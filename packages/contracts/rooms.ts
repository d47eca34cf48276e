import { z } from 'zod';
import { BlockInput, BlockRecord, CanvasData, CanvasDataInput, ShapeRecord } from './canvas-data.ts';
import { defineRoute } from './route.ts';

const room = z.object({ file_id: z.uuid() });
const note = z.string().max(1_000_000).describe('Markdown');
const author = z.object({ by: z.uuid().optional().describe('The account in whose name the change is recorded') });

/** What a room answers about its file. */
export const RoomContent = z.object({
  version: z.number().int().describe('Goes up with every accepted update'),
  canvas_data: CanvasData,
  note_content: z.string(),
});
export type RoomContent = z.infer<typeof RoomContent>;

export const RoomMember = z.object({
  user_id: z.string().nullable().describe('null for a visitor with a link'),
  name: z.string(),
  color: z.string().describe('#rrggbb, the same for everyone in the room'),
  can_edit: z.boolean(),
});
export type RoomMember = z.infer<typeof RoomMember>;

export const seedRoom = defineRoute({
  service: 'collaboration',
  method: 'PUT',
  path: '/internal/rooms/:file_id',
  summary: 'Give a new file its first content; code blocks are laid out. 409 when it has content already.',
  params: room,
  query: author,
  body: z.object({
    note_content: note.optional(),
    canvas_data: CanvasDataInput.optional(),
    blocks: z.array(BlockInput).max(100).optional(),
  }),
  responses: { 200: RoomContent },
  errors: ['validation_failed', 'syntax_error', 'not_found', 'version_conflict'],
});

export const readRoom = defineRoute({
  service: 'collaboration',
  method: 'GET',
  path: '/internal/rooms/:file_id',
  summary: 'The content of a file as it is this moment, unsaved projections included.',
  params: room,
  responses: { 200: RoomContent },
  errors: ['not_found'],
});

export const writeRoom = defineRoute({
  service: 'collaboration',
  method: 'PATCH',
  path: '/internal/rooms/:file_id',
  summary: 'Change a file in its live room: open editors see it at once. All parts succeed together or nothing changes.',
  params: room,
  query: author,
  body: z.object({
    if_version: z.number().int().optional().describe('409 version_conflict when the file has moved on'),
    note_content: note.optional(),
    canvas_data: CanvasDataInput.optional().describe('The whole canvas: what is left out is deleted'),
    add_block: BlockInput.optional(),
    set_block: z.object({ id: z.string(), source: z.string().min(1).max(200_000) }).optional(),
  }),
  responses: {
    200: RoomContent.extend({
      block_id: z.string().optional().describe('The block that was added or set'),
      block: BlockRecord.optional(),
      shapes: z.array(ShapeRecord).optional().describe('The native shapes that this block became'),
    }),
  },
  errors: ['validation_failed', 'syntax_error', 'not_found', 'version_conflict'],
});

export const duplicateRoom = defineRoute({
  service: 'collaboration',
  method: 'POST',
  path: '/internal/rooms/:file_id/duplicate',
  summary: 'Fill a new file with the content of another, without its history.',
  params: room,
  query: author,
  body: z.object({ from: z.uuid() }),
  responses: { 200: RoomContent },
  errors: ['not_found', 'version_conflict'],
});

export const listMembers = defineRoute({
  service: 'collaboration',
  method: 'GET',
  path: '/internal/rooms/:file_id/members',
  summary: 'Who is in the room of a file on this instance.',
  params: room,
  responses: { 200: z.object({ room: z.string().describe('file:<id>'), members: z.array(RoomMember) }) },
});
