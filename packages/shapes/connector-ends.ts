import type { ArrowHead } from '@autograph/document';
import type { TextMeasurer } from '@autograph/geometry';
import { headExtent } from './arrow-heads.ts';
import { endLabelExtent } from './connector-end-label.ts';

/** Line of a mark, px, where nothing else is said. */
const usualWidth = 2;

export interface ConnectorEnds {
  readonly start_head?: ArrowHead;
  readonly end_head?: ArrowHead;
  readonly start_label?: string;
  readonly end_label?: string;
}

/** What an end takes up along its line, and on its left and right, or above and below a flat one, px. */
export interface ConnectorEndRoom {
  readonly along: number;
  readonly low: number;
  readonly high: number;
}

/** Room for what is drawn at both ends of a connector that arrives flat, or steep: marks on the line, words on its right or above it. */
export function connectorEndRooms(
  ends: ConnectorEnds,
  flat: boolean,
  measure: TextMeasurer,
): { readonly from: ConnectorEndRoom; readonly to: ConnectorEndRoom } {
  const room = (head: ArrowHead = 'none', label: string | undefined): ConnectorEndRoom => {
    const { along, aside } = headExtent(head, usualWidth);
    const words = endLabelExtent(label, measure);
    return flat
      ? { along: Math.max(along, words.w), low: Math.max(aside, words.h), high: aside }
      : { along: Math.max(along, words.h), low: aside, high: Math.max(aside, words.w) };
  };
  return { from: room(ends.start_head, ends.start_label), to: room(ends.end_head, ends.end_label) };
}
