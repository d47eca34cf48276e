import { decodeHTML } from 'entities';
import type { Value } from './model.ts';

/** Names that a label may stand in for. */
export interface Names {
  /** `\N`, or `\E` of an edge. */
  readonly own: string;
  /** `\G` */
  readonly graph: string;
}

/** A label's words: escapes and markup become lines and letters (https://graphviz.org/docs/attr-types/escString/). */
export function labelText({ text, html }: Value, { own, graph }: Names): string {
  if (html) return htmlText(text);
  const words = text.replace(/\\([\s\S])/g, (_, sign: string) => {
    if (sign === 'N' || sign === 'E') return own;
    if (sign === 'G') return graph;
    return /[nlr]/.test(sign) ? '\n' : sign;
  });
  return decodeHTML(words).replace(/\n+$/, '').trim();
}

function htmlText(text: string): string {
  const words = withoutComments(text)
    .replace(/\s+/g, ' ')
    .replace(/<\s*br\b[^>]*>|<\/\s*tr\s*>/gi, '\n')
    .replace(/<\/\s*td\s*>/gi, ' ')
    .replace(/<[^>]*>/g, '');
  return decodeHTML(words)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** After the last end of a comment none is looked for: each beginning there would be followed to the end of the text. */
function withoutComments(html: string): string {
  const end = html.lastIndexOf('-->') + 3;
  return html.slice(0, end).replace(/<!--[\s\S]*?-->/g, '') + html.slice(end);
}

/** Words as a label writes them, without quotes. */
export function labelSource(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/&(?=[a-z#]\w*;)/gi, '&amp;')
    .replace(/\r?\n/g, '\\n');
}

/** Words between `<` and `>`; undefined where markup besides line ends would be lost. */
export function htmlSource(before: string, text: string): string | undefined {
  if (/<(?!\s*\/?\s*br\b)/i.test(before)) return undefined;
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r?\n/g, '<br/>');
}

/** A name or value as the text writes it: bare where that reads the same. */
export function idSource(text: string): string {
  const bare = /^(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*|-?(?:\.\d+|\d+(?:\.\d*)?))$/.test(text);
  return bare && !/^(?:node|edge|graph|digraph|subgraph|strict)$/i.test(text) ? text : quotedSource(text);
}

export function quotedSource(text: string): string {
  return `"${text.replace(/"/g, '\\"')}"`;
}
