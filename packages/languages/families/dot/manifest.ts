import type { Family } from '../family.ts';
import { templates } from './templates.ts';

export const manifest: Family = {
  id: 'dot',
  label: 'Graphviz DOT',
  rank: 40,
  aliases: ['graphviz', 'gv'],
  extensions: ['.dot', '.gv'],
  mediaType: 'text/vnd.graphviz',
  remark: '//',
  recognises: (text) => /^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)*(?:strict\s+)?(?:di)?graph\b[^{;\n]*\{/i.test(text),
  templates,
};
