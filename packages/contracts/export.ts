import { z } from 'zod';
import { exportFormats } from './export-formats.gen.ts';
import { defineRoute } from './route.ts';

/** The formats that the product can write: a folder of the export service each. */
export const ExportFormat = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof ExportFormat>;

const look = {
  scale: z.coerce.number<number | string>().min(1).max(4).default(1).describe('Pixels of a PNG per px of the board'),
  background: z
    .string()
    .regex(/^(board|transparent|white|#[0-9a-fA-F]{6})$/, 'must be board, transparent, white or #rrggbb')
    .default('board')
    .describe('By default the one that the board was given, else white'),
  theme: z.enum(['light', 'dark']).default('light').describe('A board with a background of its own has the one that can be read on it'),
};

export const listExportFormats = defineRoute({
  service: 'export',
  method: 'GET',
  path: '/api/export/formats',
  summary: 'What a file can be exported as, in the order in which people are offered it.',
  responses: {
    200: z.object({
      items: z.array(
        z.object({
          format: ExportFormat,
          label: z.string(),
          icon: z.string().describe('A lucide icon name'),
          shows: z.enum(['canvas', 'content']).describe('The board as drawn, or what the file says'),
          scale: z.number().describe('A good number of pixels per px of the board'),
          language: z.string().optional().describe('It says only diagrams as code of this family: without one there is nothing to export'),
        }),
      ),
    }),
  },
  errors: ['unauthenticated'],
});

export const exportDiagram = defineRoute({
  service: 'export',
  method: 'GET',
  path: '/api/diagrams/:id/export',
  summary: 'The file as a picture, document or text, rendered by the code that draws the board.',
  params: z.object({ id: z.string().min(1).max(64) }),
  query: z.object({
    format: ExportFormat.optional().describe('A picture of the board when left out'),
    ...look,
    ids: z.string().max(20_000).optional().describe('Only these shapes, by id, separated by commas'),
  }),
  responses: { 200: 'binary' },
  errors: ['unauthenticated', 'forbidden', 'not_found', 'validation_failed', 'nothing_to_export'],
});

export const renderSource = defineRoute({
  service: 'export',
  method: 'POST',
  path: '/api/render',
  scope: 'read',
  summary: 'Render diagram text without storing anything.',
  body: z.object({
    language: z.string().max(40).optional().describe('A language family, the product’s first one when left out'),
    source: z.string().min(1).max(1_000_000),
    format: ExportFormat.describe('One that shows the canvas; others are refused'),
    ...look,
  }),
  responses: { 200: 'binary' },
  errors: ['unauthenticated', 'syntax_error', 'validation_failed'],
});
