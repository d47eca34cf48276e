import { tokenize } from './tokens.ts';

const nameParts: ReadonlySet<string> = new Set(['word', 'minus', 'letter', 'dot']);

/** Whether a text can stand for a class without backticks. */
export function isBareName(name: string): boolean {
  if (!/^[^\s.-](?:\S*[^\s.-])?$/.test(name) || name.includes('..')) return false;
  const tokens = tokenize(name);
  return tokens.slice(0, -2).every(({ kind }) => nameParts.has(kind)) && tokens.at(-2)?.kind === 'newline' && tokens.length > 2;
}

/** Whether a name is one word, as `style` and `cssClass` lines take it. */
export function isPlainName(name: string): boolean {
  return /^\w+$/.test(name) && isBareName(name);
}

/** How the text writes a name that it has already. */
export function nameSource(name: string): string {
  return isBareName(name) ? name : `\`${name}\``;
}
