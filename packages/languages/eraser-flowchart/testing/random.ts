import { chartTexts, typedLines } from '../../eraser/testing/random-chart.ts';
import type { RandomLanguage } from '../../testing/random-text.ts';

export const random: RandomLanguage = {
  sources: chartTexts({
    heads: ['// flowchart', 'title Triage', 'direction right'],
    properties: ['shape: oval', 'shape: diamond, color: blue', 'icon: user'],
  }),
  lines: typedLines,
};
