import type { Exporter } from '../../exporter.ts';

export const manifest: Exporter = {
  id: 'json',
  contentType: 'application/json; charset=utf-8',
  label: 'JSON, everything',
  icon: 'braces',
  shows: 'content',
  rank: 60,
  async write({ title, note, shapes, blocks, board }) {
    return Buffer.from(`${JSON.stringify({ title, note_content: note, canvas_data: { shapes, blocks, board } }, null, 2)}\n`);
  },
};
