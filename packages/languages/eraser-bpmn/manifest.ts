import { chartLanguage } from '../eraser/chart-language.ts';
import type { Chart } from '../eraser/chart-model.ts';
import { kindOf } from '../eraser/kind-of.ts';
import type { Language } from '../language.ts';
import { flowObjects } from './flow-objects.ts';

export const manifest: Language<Chart> = {
  id: 'eraser-bpmn',
  label: 'Business process',
  detect: (source) => kindOf(source) === 'bpmn',
  rank: 210,
  ...chartLanguage(flowObjects),
};
