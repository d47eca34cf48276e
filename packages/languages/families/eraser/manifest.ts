import type { Family } from '../family.ts';
import { recognises } from './recognise.ts';
import { templates } from './templates.ts';

export const manifest: Family = {
  id: 'eraser',
  label: 'Eraser',
  rank: 20,
  aliases: ['eraserdiagram'],
  extensions: ['.eraserdiagram', '.eraser'],
  mediaType: 'text/plain',
  remark: '//',
  recognises,
  templates,
};
