import { duplicateShapes } from '../duplicate-shapes.ts';
import { type Command, canEditSelection } from './command.ts';

export const duplicate: Command = {
  id: 'duplicate',
  label: 'Duplicate',
  group: 'edit',
  keys: ['mod+d'],
  enabled: canEditSelection,
  run: (editor) => duplicateShapes(editor),
};
