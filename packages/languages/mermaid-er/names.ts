import { tokenize } from './tokens.ts';

/** How a text writes an entity's name: bare when the grammar takes it so, else in quotes. */
export function nameSource(name: string): string {
  const [token, end] = tokenize(name);
  return token?.kind === 'name' && end?.kind === 'end_of_file' && token.to === name.length ? name : quotedSource(name);
}

/** A text in quotes, with what quotes cannot hold written as entities. */
export function quotedSource(text: string): string {
  const safe = text
    .trim()
    .replace(/#(?=\w+;)/g, '#35;')
    .replace(/"/g, '#quot;')
    .replace(/%/g, '#37;')
    .replace(/\\/g, '#92;')
    .replace(/\s*[\r\n\v]+\s*/g, ' ');
  return `"${safe}"`;
}
