import type { Exporter } from '../../exporter.ts';

export const manifest: Exporter = {
  id: 'mmd',
  contentType: 'text/vnd.mermaid; charset=utf-8',
  label: 'Mermaid code',
  icon: 'file-code-2',
  shows: 'content',
  rank: 50,
  async write({ blocks }) {
    return Buffer.from(blocks.map(({ source }) => `${source.trimEnd()}\n`).join('\n'));
  },
};
