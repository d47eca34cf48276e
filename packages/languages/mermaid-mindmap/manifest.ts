import type { Language } from '../language.ts';
import { mermaidLook } from '../mermaid/look.ts';
import { quietSource } from '../mermaid/source.ts';
import { deriveMindmap } from './derive.ts';
import { editMindmap } from './edit.ts';
import { forms } from './look.ts';
import type { MindModel } from './model.ts';
import { parseMindmap } from './parse.ts';
import { addThought, connectThoughts } from './structure.ts';

export const manifest: Language<MindModel> = {
  id: 'mermaid-mindmap',
  family: 'mermaid',
  label: 'Mind map',
  detect: (source) => /^\s*(?:%%[^\S\n]*\n\s*)*mindmap/.test(quietSource(source).text),
  rank: 20,
  parse: parseMindmap,
  derive: deriveMindmap,
  look: mermaidLook,
  edit: editMindmap,
  forms,
  connect: connectThoughts,
  add: addThought,
};
