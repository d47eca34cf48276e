import type { Language } from '../language.ts';
import { mermaidLook } from '../mermaid/look.ts';
import { reindent } from '../mermaid/reindent.ts';
import { quietFromHeader } from '../mermaid/source.ts';
import { mermaidPalette } from '../mermaid/theme.ts';
import { deriveSequence } from '../sequence/derive.ts';
import type { SequenceModel } from '../sequence/model.ts';
import { editSequence } from './edit.ts';
import { fixes } from './fixes.ts';
import { nesting } from './nesting.ts';
import { parseSequence } from './parse.ts';
import { connectParticipants, reorderMessage } from './write-message.ts';
import { addParticipant } from './write-participant.ts';

export const manifest: Language<SequenceModel> = {
  id: 'mermaid-sequence',
  family: 'mermaid',
  label: 'Sequence diagram',
  detect: (source) => /^\s*sequenceDiagram/.test(quietFromHeader(source).text),
  rank: 20,
  nesting,
  parse: parseSequence,
  fixes,
  format: (source) => reindent(source, nesting),
  derive: deriveSequence,
  look: mermaidLook,
  palette: mermaidPalette,
  edit: editSequence,
  connect: connectParticipants,
  add: addParticipant,
  reorder: reorderMessage,
};
