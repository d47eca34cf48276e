import type { Family } from '../family.ts';
import { templates } from './templates.ts';

const connection = /^\s*[\p{L}"'(][^:#|]*?\s(?:->|<->|<-)\s+[\p{L}"'_]/u;
const property = /^\s*(?:[\w.-]+\.)?(?:shape|style|direction|icon|classes|vars)(?:\.[\w-]+)?\s*:/;

export const manifest: Family = {
  id: 'd2',
  label: 'D2',
  rank: 30,
  extensions: ['.d2'],
  mediaType: 'text/vnd.d2',
  remark: '#',
  // Almost any lines of words are keys to D2: what is meant so joins them, or says how they look, and is no prose.
  recognises(text) {
    const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
    const keys = (line: string) => (line.split(':')[0] ?? '').split(/<?-+>?|[{}]/);
    const isProse = (line: string) => keys(line).some((key) => key.trim().split(/\s+/).length > 4);
    return (
      lines.some((line) => connection.test(line) || property.test(line)) && !lines.some((line) => isProse(line) || /;\s*$|=>/.test(line))
    );
  },
  templates,
};
