import { chartLanguage } from '../eraser/chart-language.ts';
import type { Chart } from '../eraser/chart-model.ts';
import type { Language } from '../language.ts';
import { flowchart } from './steps.ts';

export const manifest: Language<Chart> = {
  id: 'eraser-flowchart',
  label: 'Flowchart',
  // What no other kind of the family takes.
  detect: () => true,
  rank: 290,
  ...chartLanguage(flowchart),
};
