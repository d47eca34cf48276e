import { fixes } from '../eraser/fixes.ts';
import { formatEraser } from '../eraser/format.ts';
import { kindOf } from '../eraser/kind-of.ts';
import { nesting } from '../eraser/nesting.ts';
import type { Language } from '../language.ts';
import { deriveColoured } from './derive.ts';
import { editSequence } from './edit.ts';
import type { EraserSequence } from './model.ts';
import { parseSequence } from './parse.ts';
import { addParticipant, connectParticipants, reorderMessage } from './structure.ts';

export const manifest: Language<EraserSequence> = {
  id: 'eraser-sequence',
  family: 'eraser',
  label: 'Sequence diagram',
  detect: (source) => kindOf(source) === 'sequence',
  rank: 220,
  nesting,
  parse: parseSequence,
  fixes,
  format: (source) => formatEraser(source),
  derive: deriveColoured,
  edit: editSequence,
  connect: connectParticipants,
  add: addParticipant,
  reorder: reorderMessage,
};
