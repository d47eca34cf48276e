/** One line of a text, by offsets into it. */
export interface BrokenLine {
  readonly from: number;
  /** End of what is seen: spaces at the end of a line hang over. */
  readonly to: number;
  /** px, trailing spaces not counted. */
  readonly width: number;
  /** Ends its paragraph. */
  readonly last: boolean;
}

/** Width of the units `from` to `to` of the text, px. */
export type WidthBetween = (from: number, to: number) => number;

/** Greedy line breaking: between words, beside ideographs, after hyphens and slashes, and within a word only when it alone is too long. */
export function breakLines(text: string, room: number, widthBetween: WidthBetween): readonly BrokenLine[] {
  const lines: BrokenLine[] = [];
  let from = 0;
  for (const feed of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    lines.push(...breakParagraph(text, from, feed.index, room, widthBetween));
    from = feed.index + feed[0].length;
  }
  lines.push(...breakParagraph(text, from, text.length, room, widthBetween));
  return lines;
}

/** Rounding of sums must not break a line that was measured to fit. */
const tolerance = 0.01;

function breakParagraph(text: string, from: number, to: number, room: number, widthBetween: WidthBetween): BrokenLine[] {
  const fits = (start: number, end: number) => widthBetween(start, seenEnd(text, start, end)) <= room + tolerance;
  const starts = [from];
  if (!fits(from, to)) {
    let start = from;
    for (const [at, end] of pieces(text, from, to)) {
      if (fits(start, end)) continue;
      if (seenEnd(text, start, at) > start) {
        starts.push(at);
        start = at;
      }
      if (fits(start, end)) continue;
      for (const cut of cutsInWord(text, start, end, fits)) {
        starts.push(cut);
        start = cut;
      }
    }
  }
  return starts.map((start, i) => {
    const end = seenEnd(text, start, starts[i + 1] ?? to);
    return { from: start, to: end, width: widthBetween(start, end), last: i === starts.length - 1 };
  });
}

/** Where a stretch ends when the spaces at its end are left off. */
function seenEnd(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length;
}

const ideograph = '[\\u2e80-\\u2fff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]';
/** What must not begin a line after an ideograph: closing marks, small kana, marks of length and repetition. */
const closing =
  '[!%),.:;?\\]}\\u2019\\u201d\\u2026\\u2025\\u3001\\u3002\\u3005\\u3009\\u300b\\u300d\\u300f\\u3011\\u3015\\u3017\\u3019\\u301b\\u301c\\u303b\\u3041\\u3043\\u3045\\u3047\\u3049\\u3063\\u3083\\u3085\\u3087\\u308e\\u3095\\u3096\\u309b-\\u309e\\u30a0\\u30a1\\u30a3\\u30a5\\u30a7\\u30a9\\u30c3\\u30e3\\u30e5\\u30e7\\u30ee\\u30f5\\u30f6\\u30fb-\\u30fe\\u31f0-\\u31ff\\uff01\\uff05\\uff09\\uff0c\\uff0e\\uff1a\\uff1b\\uff1f\\uff3d\\uff5d\\uff60\\uff61\\uff63-\\uff65]*';
/** What must not end a line before an ideograph. */
const opening =
  '[(\\[{\\u2018\\u201c\\u3008\\u300a\\u300c\\u300e\\u3010\\u3014\\u3016\\u3018\\u301a\\u301d\\uff04\\uff08\\uff3b\\uff5b\\uff5f\\uff62\\uffe5]*';
const sign = `${opening}${ideograph}${closing}`;
const unit = new RegExp(`${sign}\\s*|(?:(?!${sign})[^\\s/\\-\\u2010\\u2013\\u2014\\u200b])*[/\\-\\u2010\\u2013\\u2014\\u200b]*\\s*`, 'gu');

/** Smallest pieces that a line may be broken between, by offsets; spaces stay with what they follow. */
function pieces(text: string, from: number, to: number): readonly (readonly [from: number, to: number])[] {
  return [...text.slice(from, to).matchAll(unit)].flatMap(({ 0: piece, index }) =>
    piece ? [[from + index, from + index + piece.length] as const] : [],
  );
}

const grapheme = /\p{RI}\p{RI}|\P{M}(?:\p{M}|[\u{1f3fb}-\u{1f3ff}]|\u200d\P{M})*|\p{M}+/gu;

/** Where a word that is too long for a line is cut: between letters as people see them. */
function cutsInWord(text: string, from: number, to: number, fits: (from: number, to: number) => boolean): readonly number[] {
  const cuts: number[] = [];
  let start = from;
  for (const { 0: letter, index } of text.slice(from, to).matchAll(grapheme)) {
    const at = from + index;
    if (at === start || fits(start, at + letter.length)) continue;
    cuts.push(at);
    start = at;
  }
  return cuts;
}
