import createBidi from 'bidi-js';

const bidi = createBidi();
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a text has letters that are written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** Whether a paragraph runs from right to left: by its first letter that has a direction. */
export function runsRightToLeft(paragraph: string): boolean {
  return hasRightToLeft(paragraph) && bidi.getEmbeddingLevels(paragraph, 'auto').paragraphs[0]?.level === 1;
}

/** A part of a line in one direction. */
export interface DirectedPart {
  readonly from: number;
  readonly to: number;
  readonly rtl: boolean;
}

/** A line cut where its direction changes and at the given offsets, its parts from left to right as they are seen. */
export function visualParts(line: string, rtl: boolean, cuts: ReadonlySet<number>): readonly DirectedPart[] {
  const { levels } = bidi.getEmbeddingLevels(line, rtl ? 'rtl' : 'ltr');
  const parts: { from: number; to: number; level: number }[] = [];
  for (let at = 0; at < line.length; at++) {
    const level = levels[at] ?? 0;
    const last = parts.at(-1);
    if (last && last.level === level && !cuts.has(at)) last.to = at + 1;
    else parts.push({ from: at, to: at + 1, level });
  }
  const highest = parts.reduce((most, { level }) => Math.max(most, level), 0);
  // https://www.unicode.org/reports/tr9/#L2
  for (let level = highest; level > 0; level--) reverseRuns(parts, (part) => part.level >= level);
  return parts.map(({ from, to, level }) => ({ from, to, rtl: level % 2 === 1 }));
}

function reverseRuns<T>(items: T[], belongs: (item: T) => boolean): void {
  for (let start = 0; start < items.length; start++) {
    let end = start;
    for (const item of items.slice(start)) {
      if (!belongs(item)) break;
      end++;
    }
    if (end - start > 1) items.splice(start, end - start, ...items.slice(start, end).reverse());
    start = Math.max(start, end);
  }
}
