import type { Syntax } from '../syntax.ts';
import { completeEraser } from './completion.ts';
import { eraserLanguage } from './language.ts';
import { snippetsOf } from './snippets.ts';

export const manifest: Syntax = {
  id: 'eraser',
  language: eraserLanguage,
  complete: completeEraser,
  snippets: snippetsOf,
  indentsBelow: (line) => /\{\s*$/.test(line),
  placeholder: 'Web app > API: asks',
};
