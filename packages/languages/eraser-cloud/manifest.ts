import { chartLanguage } from '../eraser/chart-language.ts';
import type { Chart } from '../eraser/chart-model.ts';
import { kindOf } from '../eraser/kind-of.ts';
import type { Language } from '../language.ts';
import { services } from './services.ts';

export const manifest: Language<Chart> = {
  id: 'eraser-cloud',
  label: 'Cloud architecture',
  detect: (source) => kindOf(source) === 'cloud',
  rank: 240,
  ...chartLanguage(services),
};
