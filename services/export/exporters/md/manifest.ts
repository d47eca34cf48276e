import type { Block } from '@autograph/document';
import type { Exporter } from '../../exporter.ts';

/** A fence longer than any run of backticks in the text, so that the text cannot close it. */
function fenced({ language, source }: Block): string {
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${source.trimEnd()}\n${fence}`;
}

export const manifest: Exporter = {
  id: 'md',
  contentType: 'text/markdown; charset=utf-8',
  label: 'Markdown note',
  icon: 'file-text',
  shows: 'content',
  rank: 40,
  async write({ title, note, blocks }) {
    const heading = /^#\s/.test(note.trimStart()) ? [] : [`# ${title}`];
    const parts = [...heading, ...(note.trim() ? [note.trim()] : []), ...blocks.map(fenced)];
    return Buffer.from(`${parts.join('\n\n')}\n`);
  },
};
