import type { Syntax } from '../syntax.ts';
import { completeEraser } from './completion.ts';
import { eraserLanguage } from './language.ts';
import { snippetsOf } from './snippets.ts';

/** As the notation writes it: sets of clouds before a dash, all else by its name alone. */
function iconName(id: string): string {
  const [set = '', name = ''] = id.split(':');
  return ['aws', 'azure', 'gcp'].includes(set) ? `${set}-${name}` : name;
}

export const manifest: Syntax = {
  id: 'eraser',
  language: eraserLanguage,
  complete: completeEraser,
  icons: { typed: /\[[^\]]*\bicon\s*:\s*"?([\w:-]*)$/, written: iconName },
  snippets: snippetsOf,
  indentsBelow: (line) => /\{\s*$/.test(line),
  placeholder: 'Web app > API: asks',
};
