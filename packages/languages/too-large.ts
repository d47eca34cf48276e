import type { Derivation, Diagnostic } from '@autograph/editor';

/** What one diagram can show: lists joined to lists make many edges out of little text. */
export const mostEdges = 10_000;

/** Nodes, groups, edges and other shapes of one diagram: more are seconds of work for every browser that opens the file. */
export const mostThings = 10_000;

export const tooManyEdges = `This makes more than ${mostEdges.toLocaleString('en')} edges, too many to be drawn. Split it into several diagrams.`;

/** Of one shape, UTF-16 units: the words of more take every browser too long to paint. */
const longestText = 20_000;

/** Says of what a text makes that it is too much; undefined when it can be drawn. */
export function tooLarge(source: string, { shapes, unplaced }: Pick<Derivation, 'shapes' | 'unplaced'>): Diagnostic | undefined {
  const said = (problem: string): Diagnostic => ({
    ...atStart(source),
    code: 'too_large',
    message: `${problem} Split it into several diagrams.`,
  });
  if (shapes.length + unplaced.length > mostThings)
    return said(`This makes more than ${mostThings.toLocaleString('en')} shapes, too many to be drawn.`);
  const isLong = shapes.some(({ text }) => text !== undefined && text.length > longestText);
  return isLong ? said(`A text in this is longer than ${longestText.toLocaleString('en')} characters, too long to be drawn.`) : undefined;
}

/** An error of a text as a whole, told at its first line. */
export function atStart(source: string): Omit<Diagnostic, 'message'> {
  const end = source.indexOf('\n');
  return { severity: 'error', line: 1, column: 1, from: 0, to: end < 0 ? source.length : end };
}
