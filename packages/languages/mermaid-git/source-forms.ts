import { labelSource } from '../mermaid/label.ts';
import { quietSource } from '../mermaid/source.ts';
import { tokenize } from './tokens.ts';

/** Words that a person typed, as they stand between quotes of a kind. */
export function quotedSource(label: string, quote: '"' | "'" = '"'): string {
  const text = labelSource(label.replace(/\s+/g, ' '))
    .replace(/%(?=%)/g, '#37;')
    .replace(/</g, '#lt;')
    .replace(/>/g, '#gt;');
  return quote + text.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}

/** The name of a branch: bare where it can be. */
export function branchSource(name: string): string {
  const [token] = tokenize(quietSource(name).text);
  return token?.kind === 'name' && token.to === name.length ? name : quotedSource(name);
}

/** The quotes in which a text stands. */
export function quoteAt(source: string, at: number): '"' | "'" {
  return source[at] === "'" ? "'" : '"';
}

/** What may stand behind `title`: a line without a comment. */
export function titleSource(label: string): string {
  return labelSource(label.replace(/\s+/g, ' ')).replace(/%(?=%)/g, '#37;');
}
