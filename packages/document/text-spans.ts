import { sameJson } from './same-json.ts';
import type { Shape, TextSpan } from './shape.ts';

/** What a stretch of text says of its looks; what it does not say is as in the rest of the text. */
export type SpanStyle = Omit<TextSpan, 'from' | 'to'>;

/** A text with differently styled stretches. */
export interface RichText {
  readonly text: string;
  readonly spans: readonly TextSpan[];
}

/** Replaces the units `from` to `to` of a text by `insert` units. */
export interface SpliceRange {
  readonly from: number;
  readonly to: number;
  readonly insert: number;
}

const ofSpan = ({ from: _from, to: _to, ...style }: TextSpan): SpanStyle => style;

/** Spans as they must be in a text of `length` units: in order, inside it, apart from each other, saying something; equal neighbours are one. */
export function tidySpans(spans: readonly TextSpan[], length: number): readonly TextSpan[] {
  const tidy: TextSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = tidy.at(-1);
    const from = Math.max(0, span.from, last?.to ?? 0);
    const to = Math.min(length, span.to);
    const style = ofSpan(span);
    if (from >= to || Object.values(style).every((value) => value === undefined)) continue;
    if (last?.to === from && sameJson(ofSpan(last), style)) tidy[tidy.length - 1] = { ...last, to };
    else tidy.push({ ...style, from, to });
  }
  return tidy;
}

/** What the stretch around the unit at `at` says of its looks. */
export function spanStyleAt(spans: readonly TextSpan[], at: number): SpanStyle {
  const span = spans.find(({ from, to }) => at >= from && at < to);
  return span ? ofSpan(span) : {};
}

/** How something typed at a place looks: as the letter before it, or as the stretch that it replaces. Links and code are not carried on beyond their end. */
export function typedStyle(spans: readonly TextSpan[], from: number, to: number): SpanStyle {
  if (to > from || from === 0) {
    const style = spanStyleAt(spans, from);
    return to > from ? style : plainer(style);
  }
  const before = spans.find((span) => from - 1 >= span.from && from - 1 < span.to);
  if (!before) return {};
  return before.to === from ? plainer(ofSpan(before)) : ofSpan(before);
}

function plainer({ link: _link, code: _code, ...style }: SpanStyle): SpanStyle {
  return style;
}

/** The spans of a text after a stretch of it was replaced: on the same words as before, what was typed styled as `style` says. */
export function spliceSpans(
  spans: readonly TextSpan[],
  length: number,
  { from, to, insert }: SpliceRange,
  style: SpanStyle = typedStyle(spans, from, to),
): readonly TextSpan[] {
  const shift = insert - (to - from);
  const kept = spans.flatMap((span): TextSpan[] => [
    { ...span, to: Math.min(span.to, from) },
    { ...span, from: Math.max(span.from, to) + shift, to: span.to + shift },
  ]);
  return tidySpans([...kept.filter((span) => span.from < span.to), { ...style, from, to: from + insert }], length + shift);
}

/** A rich text with a stretch of it replaced by another rich text, which keeps its own looks. */
export function spliceRich({ text, spans }: RichText, from: number, to: number, inserted: RichText): RichText {
  const around = spliceSpans(spans, text.length, { from, to, insert: inserted.text.length }, {});
  const own = inserted.spans.map((span) => ({ ...span, from: span.from + from, to: span.to + from }));
  const next = text.slice(0, from) + inserted.text + text.slice(to);
  return { text: next, spans: tidySpans([...around, ...own], next.length) };
}

/** The part of a rich text between two places. */
export function sliceRich({ text, spans }: RichText, from: number, to: number): RichText {
  const moved = spans.map((span) => ({ ...span, from: span.from - from, to: span.to - from }));
  return { text: text.slice(from, to), spans: tidySpans(moved, to - from) };
}

/** Spans with a stretch styled anew; a property that is null there is as in the rest of the text again. */
export function styleSpans(
  spans: readonly TextSpan[],
  length: number,
  from: number,
  to: number,
  change: { readonly [K in keyof SpanStyle]?: SpanStyle[K] | null },
): readonly TextSpan[] {
  const cuts = [...new Set([from, to, ...spans.flatMap((span) => [span.from, span.to])])].filter((at) => at >= from && at <= to);
  const inside = cuts.sort((a, b) => a - b).slice(0, -1);
  const outside = spans.flatMap((span): TextSpan[] => [
    { ...span, to: Math.min(span.to, from) },
    { ...span, from: Math.max(span.from, to) },
  ]);
  const styled = inside.map((at, i): TextSpan => {
    const style = { ...spanStyleAt(spans, at), ...change };
    const said = Object.fromEntries(Object.entries(style).filter(([, value]) => value !== null && value !== undefined));
    return { ...said, from: at, to: inside[i + 1] ?? to };
  });
  return tidySpans([...outside.filter((span) => span.from < span.to), ...styled], length);
}

export type TextMark = 'bold' | 'italic' | 'underline' | 'strike' | 'code';

/** Whether every letter of a stretch (the whole text when absent) bears the mark. */
export function isMarked(shape: Pick<Shape, TextMark & keyof Shape> & RichText, mark: TextMark, from = 0, to = shape.text.length): boolean {
  const base = mark !== 'code' && (shape[mark] ?? false);
  let at = from;
  for (const span of shape.spans) {
    if (span.to <= at || span.from >= to) continue;
    if (span.from > at && !base) return false;
    if (!(span[mark] ?? base)) return false;
    at = span.to;
  }
  return at < to || from === to ? base : true;
}
