import { fence, placedSource } from '@autograph/languages';
import type { Exporter } from '../../exporter.ts';

export const manifest: Exporter = {
  id: 'md',
  contentType: 'text/markdown; charset=utf-8',
  label: 'Markdown note',
  icon: 'file-text',
  shows: 'content',
  rank: 40,
  async write({ title, note, blocks }) {
    const heading = /^#\s/.test(note.trimStart()) ? [] : [`# ${title}`];
    const parts = [...heading, ...(note.trim() ? [note.trim()] : []), ...blocks.map((block) => fence(block.language, placedSource(block)))];
    return Buffer.from(`${parts.join('\n\n')}\n`);
  },
};
