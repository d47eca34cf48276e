import type { Family } from '../family.ts';
import { templates } from './templates.ts';

export const manifest: Family = {
  id: 'mermaid',
  label: 'Mermaid',
  rank: 10,
  extensions: ['.mmd', '.mermaid'],
  mediaType: 'text/vnd.mermaid',
  remark: '%%',
  // Each of its kinds begins with a word of its own, which their parsers insist on.
  recognises: () => true,
  templates,
};
