import type { Diagnostic } from '@autograph/editor';

/** What one diagram can show: lists joined to lists make many edges out of little text. */
export const mostEdges = 10_000;

/** Nodes, groups, edges and other shapes of one diagram: more are seconds of work for every browser that opens the file. */
export const mostThings = 10_000;

export const tooManyEdges = `This makes more than ${mostEdges.toLocaleString('en')} edges, too many to be drawn. Split it into several diagrams.`;

/** Says of a text that it makes too many things. */
export function tooLarge(source: string): Diagnostic {
  const message = `This makes more than ${mostThings.toLocaleString('en')} shapes, too many to be drawn. Split it into several diagrams.`;
  return { ...atStart(source), code: 'too_large', message };
}

/** An error of a text as a whole, told at its first line. */
export function atStart(source: string): Omit<Diagnostic, 'message'> {
  const end = source.indexOf('\n');
  return { severity: 'error', line: 1, column: 1, from: 0, to: end < 0 ? source.length : end };
}
