export interface BrokenLine {
  readonly text: string;
  /** px, trailing spaces not counted. */
  readonly width: number;
  /** Ends its paragraph. */
  readonly last: boolean;
}

/** Greedy line breaking: between words, beside ideographs, after hyphens and slashes, and within a word only when it alone is too long. */
export function breakLines(text: string, room: number, widthOf: (text: string) => number): readonly BrokenLine[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((paragraph) => breakParagraph(paragraph, room, widthOf));
}

/** Rounding of sums must not break a line that was measured to fit. */
const tolerance = 0.01;

function breakParagraph(paragraph: string, room: number, widthOf: (text: string) => number): BrokenLine[] {
  const whole = widthOf(paragraph.trimEnd());
  if (whole <= room + tolerance) return [{ text: paragraph.trimEnd(), width: whole, last: true }];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(paragraph)) {
    if (widthOf((line + piece).trimEnd()) <= room + tolerance) {
      line += piece;
      continue;
    }
    if (line.trim()) lines.push(line);
    const parts = widthOf(piece.trimEnd()) <= room + tolerance ? [piece] : splitWord(piece, room, widthOf);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  if (line.trim() || lines.length === 0) lines.push(line);
  return lines.map((text, i) => {
    const trimmed = text.trimEnd();
    return { text: trimmed, width: widthOf(trimmed), last: i === lines.length - 1 };
  });
}

const ideograph = '[\\u2e80-\\u2fff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]';
/** Closing punctuation must not begin a line. */
const closing = '[\\u3001\\u3002\\uff0c\\uff0e\\uff01\\uff1f\\u300d\\u300f\\uff09]*';
const unit = new RegExp(
  `${ideograph}${closing}\\s*|(?:(?!${ideograph})[^\\s/\\-\\u2010\\u2013\\u2014\\u200b])*[/\\-\\u2010\\u2013\\u2014\\u200b]*\\s*`,
  'gu',
);

/** Smallest pieces that a line may be broken between; spaces stay with what they follow. */
function pieces(paragraph: string): readonly string[] {
  return (paragraph.match(unit) ?? []).filter(Boolean);
}

const grapheme = /\p{RI}\p{RI}|\P{M}(?:\p{M}|[\u{1f3fb}-\u{1f3ff}]|\u200d\P{M})*|\p{M}+/gu;

function splitWord(word: string, room: number, widthOf: (text: string) => number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const char of word.match(grapheme) ?? []) {
    if (part && widthOf((part + char).trimEnd()) > room + tolerance) {
      parts.push(part);
      part = '';
    }
    part += char;
  }
  return [...parts, part];
}
