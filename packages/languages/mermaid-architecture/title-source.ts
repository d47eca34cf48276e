import { quotedSource } from '../mermaid/label.ts';

/** A title as a person typed it, in brackets; in quotes where it has brackets of its own, or had quotes before. */
export function titleSource(text: string, quoted: boolean): string {
  const words = quotedSource(text)
    .replace(/\\/g, '#92;')
    .replace(/%(?=%)/g, '#37;');
  return quoted || /[[\]]|^'/.test(words) ? `["${words}"]` : `[${words}]`;
}

/** Whether a title that the text has in brackets is in quotes there. */
export function isQuoted(bracketed: string): boolean {
  return /^\[\s*["']/.test(bracketed);
}
