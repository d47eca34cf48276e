import { chartTexts, typedLines } from '../../eraser/testing/random-chart.ts';
import type { RandomLanguage } from '../../testing/random-text.ts';

export const random: RandomLanguage = {
  sources: chartTexts({
    heads: ['// cloud architecture', '// architecture diagram'],
    properties: ['icon: aws-s3', 'icon: server, color: green', 'color: red'],
  }),
  lines: typedLines,
};
