import { chartLanguage } from '../eraser/chart-language.ts';
import type { Chart } from '../eraser/chart-model.ts';
import { kindOf } from '../eraser/kind-of.ts';
import type { Language } from '../language.ts';
import { tables } from './tables.ts';

export const manifest: Language<Chart> = {
  id: 'eraser-erd',
  label: 'Entity relationship diagram',
  detect: (source) => kindOf(source) === 'erd',
  rank: 230,
  ...chartLanguage(tables),
};
