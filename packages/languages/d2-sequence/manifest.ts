import { fixes } from '../d2/fixes.ts';
import { formatD2 } from '../d2/format.ts';
import type { Language } from '../language.ts';
import { Problem } from '../mermaid/cursor.ts';
import { deriveSequence } from '../sequence/derive.ts';
import { editSequence } from './edit.ts';
import type { D2Sequence } from './model.ts';
import { parseSequence } from './parse.ts';
import { sequenceRoot } from './root.ts';
import { addParticipant, connectParticipants, reorderMessage } from './structure.ts';

/** A text with mistakes that says so in a line of its own is one, too. */
function detect(source: string): boolean {
  if (!/\bsequence_diagram\b/i.test(source)) return false;
  try {
    return sequenceRoot(source) !== undefined;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return /^shape:\s*sequence_diagram/im.test(source);
  }
}

export const manifest: Language<D2Sequence> = {
  id: 'd2-sequence',
  family: 'd2',
  label: 'Sequence diagram',
  rank: 295,
  detect,
  nesting: { opens: /\{\s*$/, closes: /^\}/ },
  parse: parseSequence,
  fixes,
  format: formatD2,
  derive: ({ sequence }, block, measure) => deriveSequence(sequence, block, measure),
  edit: editSequence,
  connect: connectParticipants,
  add: addParticipant,
  reorder: reorderMessage,
};
