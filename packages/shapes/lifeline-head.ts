import type { Shape } from '@autograph/document';
import type { TextMeasurer, TextStyle } from '@autograph/geometry';
import { layoutText } from '@autograph/render';

export const participantTypes = ['participant', 'actor', 'boundary', 'control', 'entity', 'database', 'collections', 'queue'] as const;
export type ParticipantType = (typeof participantTypes)[number];

/** A participant of a sequence diagram: its head, and the line on which its messages begin and end. */
export interface LifelineShape extends Shape {
  readonly participant_type: ParticipantType;
  /** Height of the head, px. */
  readonly head: number;
  /** The head is repeated below the line. */
  readonly foot?: boolean;
  /** A cross at the lower end shows that the participant ends there. */
  readonly destroyed?: boolean;
}

export const headStyle: TextStyle = { font: 'sans', size: 14, bold: true };
/** Labels of participants wrap at this width, px. */
export const widestLabel = 180;
/** Height of the picture above the label of an actor and the like, px. */
export const glyphHeight = 38;

/** Types that show a picture with the label below it, in place of a box around the label. */
export function hasGlyph(participant: ParticipantType): boolean {
  return participant === 'actor' || participant === 'boundary' || participant === 'control' || participant === 'entity';
}

/** Room that the head of a lifeline needs, px. */
export function headSize(label: string, type: ParticipantType, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  const text = layoutText(label, headStyle, { measure, width: widestLabel });
  const w = Math.ceil(text.width);
  const h = Math.ceil(text.height);
  if (hasGlyph(type)) return { w: Math.max(64, w + 12), h: glyphHeight + 4 + h };
  if (type === 'queue') return { w: Math.max(110, w + 52), h: h + 24 };
  if (type === 'database') return { w: Math.max(96, w + 32), h: h + 38 };
  if (type === 'collections') return { w: Math.max(106, w + 38), h: h + 30 };
  return { w: Math.max(100, w + 32), h: h + 24 };
}
