import { depthsOf, type Nesting } from '../nesting.ts';

export const nesting: Nesting = { opens: /\{\s*(?:\/\/.*)?$/, closes: /^\}/ };

/** A text with each line two blanks further in than the group around it. */
export function reindent(source: string): string {
  const lines = source.split('\n');
  const depths = depthsOf(lines, nesting);
  return lines.map((line, at) => (line.trim() === '' ? '' : '  '.repeat(depths[at] ?? 0) + line.trim())).join('\n');
}
