import type { Language } from '../language.ts';
import { quietSource } from '../mermaid/source.ts';
import { deriveSequence } from './derive.ts';
import { editSequence } from './edit.ts';
import type { SequenceModel } from './model.ts';
import { parseSequence } from './parse.ts';

export const manifest: Language<SequenceModel> = {
  id: 'mermaid-sequence',
  family: 'mermaid',
  label: 'Sequence diagram',
  detect: (source) => /^\s*sequenceDiagram/.test(quietSource(source).text),
  rank: 20,
  parse: parseSequence,
  derive: deriveSequence,
  edit: editSequence,
};
