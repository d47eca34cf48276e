import { z } from 'zod';
import { BlockInput, BlockRecord, CanvasData, CanvasDataInput, ShapeRecord } from './canvas-data.ts';
import { defineRoute } from './route.ts';
import { storableText } from './text.ts';

export const diagramTypes = ['canvas', 'note', 'mixed'] as const;
export const DiagramType = z.enum(diagramTypes).describe('What a file opens as: a canvas, a note, or both side by side');
export type DiagramType = z.infer<typeof DiagramType>;

/** A file as the list shows it. */
export const DiagramSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  type: DiagramType,
  version: z.number().int().describe('Goes up with every change; send it in If-Match'),
  owner: z.object({ id: z.string(), name: z.string() }),
  access: z.enum(['owner', 'edit', 'view']).describe('What the caller may do with it'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  is_deleted: z.boolean(),
  deleted_at: z.iso.datetime().nullable().describe('When it went to the trash; it is erased 30 days later'),
  found: z.string().optional().describe('The content around what was searched for, where it is not only the title that matches'),
  thumbnail_url: z
    .string()
    .nullable()
    .describe('A PNG of 256 x 256 px (`&size=card`: 640 x 400; `&theme=dark`), null until one is rendered'),
});
export type DiagramSummary = z.infer<typeof DiagramSummary>;

/** A file with its content. */
export const Diagram = DiagramSummary.extend({ canvas_data: CanvasData, note_content: z.string().describe('Markdown') });
export type Diagram = z.infer<typeof Diagram>;

const title = storableText.trim().min(1, 'Give it a title.').max(200, 'Use at most 200 characters.');
const note = z.string().max(1_000_000).describe('Markdown');
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');
const file = z.object({ id: z.string().min(1).max(64) });
const blockOfFile = file.extend({ block_id: z.string().min(1).max(64) });
const ifMatch = z
  .string()
  .regex(/^\s*(\*|(W\/)?"?\d{1,9}"?)\s*$/, 'Send the version that you read, such as "3".')
  .describe('The version that the change is based on');

export const listDiagrams = defineRoute({
  service: 'diagram',
  method: 'GET',
  path: '/api/diagrams',
  summary: 'Files that the caller owns or that are shared with them, last changed first.',
  query: z.object({
    page: z.coerce.number<number | string>().int().min(1).max(100_000).default(1),
    per_page: z.coerce.number<number | string>().int().min(1).max(100).default(20),
    type: DiagramType.optional(),
    q: storableText
      .trim()
      .max(200)
      .optional()
      .describe('Words of the title or of what is written in the file; small misspellings of titles are forgiven'),
    trashed: flag.describe('List the trash instead'),
    shared: flag.describe('List only what others shared with the caller'),
    sort: z.enum(['updated_at', 'created_at', 'title']).optional().describe('By default the best match first, else the last changed'),
    order: z.enum(['asc', 'desc']).optional().describe('By default titles ascend and times descend'),
  }),
  responses: {
    200: z.object({
      items: z.array(DiagramSummary),
      total: z.number().int(),
      page: z.number().int(),
      per_page: z.number().int(),
      pages: z.number().int(),
    }),
  },
  errors: ['validation_failed', 'unauthenticated'],
});

export const createDiagram = defineRoute({
  service: 'diagram',
  method: 'POST',
  path: '/api/diagrams',
  summary: 'Make a file, empty or with content; diagrams as code become native shapes.',
  body: z.object({
    title,
    type: DiagramType,
    note_content: note.optional(),
    canvas_data: CanvasDataInput.optional(),
    blocks: z.array(BlockInput).max(100).optional().describe('Diagrams as code, placed below each other when x and y are absent'),
  }),
  responses: { 201: Diagram },
  errors: ['validation_failed', 'syntax_error', 'unauthenticated', 'forbidden'],
});

export const getDiagram = defineRoute({
  service: 'diagram',
  method: 'GET',
  path: '/api/diagrams/:id',
  summary: 'A file with its content. The ETag is its version.',
  params: file,
  responses: { 200: Diagram },
  errors: ['unauthenticated', 'forbidden', 'not_found'],
});

export const updateDiagram = defineRoute({
  service: 'diagram',
  method: 'PATCH',
  path: '/api/diagrams/:id',
  summary: 'Change a file. People who have it open see the change at once.',
  params: file,
  headers: z.object({ 'if-match': ifMatch.optional() }),
  body: z
    .object({
      title: title.optional(),
      type: DiagramType.optional(),
      note_content: note.optional(),
      canvas_data: CanvasDataInput.optional(),
    })
    .refine((body) => Object.values(body).some((value) => value !== undefined), 'Send at least one field to change.'),
  responses: { 200: Diagram },
  errors: ['validation_failed', 'syntax_error', 'unauthenticated', 'forbidden', 'not_found', 'version_conflict', 'version_required'],
});

export const deleteDiagram = defineRoute({
  service: 'diagram',
  method: 'DELETE',
  path: '/api/diagrams/:id',
  summary: 'Move a file to the trash, where it stays 30 days, or erase it for good.',
  params: file,
  query: z.object({ permanent: flag.describe('Erase the file with all its history') }),
  responses: { 200: z.object({ id: z.string(), is_deleted: z.literal(true), deleted_at: z.iso.datetime(), permanent: z.boolean() }) },
  errors: ['unauthenticated', 'forbidden', 'not_found'],
});

export const restoreDiagram = defineRoute({
  service: 'diagram',
  method: 'POST',
  path: '/api/diagrams/:id/restore',
  summary: 'Bring a file back from the trash.',
  params: file,
  responses: { 200: Diagram },
  errors: ['unauthenticated', 'forbidden', 'not_found'],
});

export const duplicateDiagram = defineRoute({
  service: 'diagram',
  method: 'POST',
  path: '/api/diagrams/:id/duplicate',
  summary: 'Make an independent copy that the caller owns, with a history of its own.',
  params: file,
  responses: { 201: Diagram },
  errors: ['unauthenticated', 'forbidden', 'not_found'],
});

const BlockResult = z.object({
  block: BlockRecord,
  shapes: z.array(ShapeRecord).describe('The native shapes that the block became'),
  version: z.number().int(),
});

export const addBlock = defineRoute({
  service: 'diagram',
  method: 'POST',
  path: '/api/diagrams/:id/blocks',
  summary: 'Put a diagram as code on the canvas: parsed, laid out, and turned into native shapes.',
  params: file,
  body: BlockInput.pick({ language: true, source: true, x: true, y: true }),
  responses: { 201: BlockResult },
  errors: ['validation_failed', 'syntax_error', 'unauthenticated', 'forbidden', 'not_found'],
});

export const updateBlock = defineRoute({
  service: 'diagram',
  method: 'PUT',
  path: '/api/diagrams/:id/blocks/:block_id',
  summary: 'Replace the text of a code block; what a person placed stays where it is.',
  params: blockOfFile,
  body: BlockInput.pick({ source: true }),
  responses: { 200: BlockResult },
  errors: ['validation_failed', 'syntax_error', 'unauthenticated', 'forbidden', 'not_found'],
});

export const importDiagram = defineRoute({
  service: 'diagram',
  method: 'POST',
  path: '/api/diagrams/:id/imports',
  summary: 'Put what a team has, such as an SQL script or a Compose file, on the canvas as diagrams as code.',
  params: file,
  body: BlockInput.pick({ x: true, y: true }).extend({
    name: z
      .string()
      .max(255)
      .optional()
      .describe('The file’s name, whose ending tells what it holds; the content tells when it is left out'),
    content: z.string().min(1).max(2_000_000),
  }),
  responses: {
    201: BlockResult.extend({
      block: BlockRecord.describe('The first of `blocks`'),
      blocks: z.array(BlockRecord).min(1).describe('All that the content became, side by side'),
      format: z.string().describe('What the content was read as'),
      warnings: z
        .array(z.object({ message: z.string(), line: z.number().int().optional().describe('Of the content, from 1') }))
        .describe('What was not understood or left out'),
    }),
  },
  errors: ['validation_failed', 'unsupported_media_type', 'unauthenticated', 'forbidden', 'not_found'],
});

export const getThumbnail = defineRoute({
  service: 'diagram',
  method: 'GET',
  path: '/api/diagrams/:id/thumbnail',
  summary: 'A PNG preview of the whole canvas.',
  light: true,
  params: file,
  query: z.object({
    size: z.enum(['square', 'card']).default('square').describe('256 x 256 px, or 640 x 400 px'),
    theme: z.enum(['light', 'dark']).default('light').describe('A board with a background of its own has the one that can be read on it'),
  }),
  responses: { 200: 'binary' },
  errors: ['unauthenticated', 'forbidden', 'not_found'],
});
