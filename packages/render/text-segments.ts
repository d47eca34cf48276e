import { hasRightToLeft } from './bidi.ts';

/** A stretch of text that is set in one kind of font. */
export interface TextSegment {
  readonly text: string;
  /** In the bundled font; otherwise in whatever the machine has, squeezed into its measured width. */
  readonly bundled: boolean;
}

const plain = /^[\x20-\x7e]*$/;

/**
 * Splits a line where the bundled font ends and begins. A line with right-to-left letters stays whole,
 * because its order on the screen is for the painter's bidirectional algorithm to find.
 */
export function splitByFont(text: string, has: (code: number) => boolean): readonly TextSegment[] {
  if (plain.test(text)) return [{ text, bundled: true }];
  if (hasRightToLeft(text)) return [{ text, bundled: false }];
  const segments: { text: string; bundled: boolean }[] = [];
  for (const char of text) {
    const bundled = has(char.codePointAt(0) ?? 0);
    const last = segments.at(-1);
    // Spaces and joiners stay with what they follow.
    if (last && (last.bundled === bundled || /[\s\u200d]/.test(char))) last.text += char;
    else segments.push({ text: char, bundled });
  }
  return segments;
}
