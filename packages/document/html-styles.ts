import type { SpanStyle } from './text-spans.ts';

/** What HTML elements, by their names in lower case, make of the text in them. */
export const htmlStyles: Readonly<Record<string, SpanStyle>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  u: { underline: true },
  ins: { underline: true },
  s: { strike: true },
  strike: { strike: true },
  del: { strike: true },
  code: { code: true },
  kbd: { code: true },
  tt: { code: true },
};
