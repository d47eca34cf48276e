import { CodedError } from '@autograph/contracts';
import { familyOfFile, placedSource } from '@autograph/languages';
import type { Exporter } from '../../exporter.ts';

const family = familyOfFile('.mmd')?.id;

export const manifest: Exporter = {
  id: 'mmd',
  contentType: 'text/vnd.mermaid; charset=utf-8',
  label: 'Mermaid code',
  icon: 'file-code-2',
  shows: 'content',
  rank: 50,
  ...(family !== undefined && { language: family }),
  async write({ blocks }) {
    const own = blocks.filter(({ language }) => language === family);
    if (own.length === 0) throw new CodedError('nothing_to_export');
    return Buffer.from(own.map((block) => `${placedSource(block).trimEnd()}\n`).join('\n'));
  },
};
