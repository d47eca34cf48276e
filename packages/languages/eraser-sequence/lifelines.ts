import type { ChartKind } from '../eraser/chart-kind.ts';

/** What the participants of a sequence are to the text. */
export const participants: ChartKind = { noun: 'participant', lifelines: true, look: () => ({}) };
