import { z } from 'zod';
import { defineRoute } from './route.ts';

export const exportFormats = ['svg', 'png', 'pdf', 'json', 'md', 'mmd'] as const;
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

export const exportDiagram = defineRoute({
  service: 'export',
  method: 'GET',
  path: '/api/diagrams/:id/export',
  summary: 'The file as a picture, document or text, rendered by the code that draws the board.',
  params: z.object({ id: z.string().min(1).max(64) }),
  query: z.object({
    format: ExportFormat,
    ...look,
    ids: z.string().max(20_000).optional().describe('Only these shapes, by id, separated by commas'),
  }),
  responses: { 200: 'binary' },
  errors: ['unauthenticated', 'forbidden', 'not_found', 'validation_failed'],
});

export const renderSource = defineRoute({
  service: 'export',
  method: 'POST',
  path: '/api/render',
  summary: 'Render diagram text without storing anything.',
  body: z.object({
    language: z.string().max(40).default('mermaid'),
    source: z.string().min(1).max(1_000_000),
    format: ExportFormat.exclude(['json', 'md', 'mmd']),
    ...look,
  }),
  responses: { 200: 'binary' },
  errors: ['unauthenticated', 'syntax_error', 'validation_failed'],
});
