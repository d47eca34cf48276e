import type { Language } from '../language.ts';
import { mermaidLook } from '../mermaid/look.ts';
import { quietSource } from '../mermaid/source.ts';
import { addCard } from './add.ts';
import { deriveKanban } from './derive.ts';
import { editKanban } from './edit.ts';
import { fixes } from './fixes.ts';
import type { KanbanModel } from './model.ts';
import { parseKanban } from './parse.ts';

export const manifest: Language<KanbanModel> = {
  id: 'mermaid-kanban',
  family: 'mermaid',
  label: 'Kanban board',
  detect: (source) => /^\s*(?:%%[^\S\n]*\n\s*)*kanban/.test(quietSource(source).text),
  rank: 20,
  parse: parseKanban,
  fixes,
  derive: deriveKanban,
  look: mermaidLook,
  edit: editKanban,
  add: addCard,
};
