import { chartTexts, typedLines } from '../../eraser/testing/random-chart.ts';
import type { RandomLanguage } from '../../testing/random-text.ts';

export const random: RandomLanguage = {
  sources: chartTexts({
    heads: ['// bpmn', '// swimlane diagram'],
    properties: ['type: event', 'type: gateway, color: red', 'type: activity, icon: user'],
  }),
  lines: typedLines,
};
