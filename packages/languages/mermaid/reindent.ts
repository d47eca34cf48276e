import { depthsOf, type Nesting } from '../nesting.ts';
import { quietSource } from './source.ts';

const indent = '  ';

interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * A Mermaid source with each line two blanks further in than what it lies within; blanks at the ends of lines stay, for here and there
 * they mean something (a subgraph's title with one has no id). Front matter, directives and lines that begin in quotes, in a description or inside one of `verbatim` (offsets) stay as they are.
 */
export function reindent(source: string, nesting: Nesting, verbatim: readonly Range[] = []): string {
  const { text: quietText } = quietSource(source);
  const kept = [...verbatim, ...strings(quietText)];
  const quiet = quietText.split('\n');
  const depths = depthsOf(quiet, nesting);
  const header = quiet.findIndex((line) => line.trim() !== '');
  let at = 0;
  const lines = source.split('\n').map((line, number) => {
    const from = at;
    at += line.length + 1;
    const text = line.trim();
    const blanked = text !== '' && quiet[number]?.trim() === '';
    const isComment = blanked && /^%%(?!\{)/.test(text) && number > header;
    if ((blanked && !isComment) || kept.some((range) => range.from < from && from < range.to)) return line;
    if (text === '') return '';
    return indent.repeat(number <= header ? 0 : 1 + (depths[number] ?? 0)) + line.trimStart();
  });
  return lines.join('\n');
}

function strings(text: string): readonly Range[] {
  return [...text.matchAll(/"[^"]*"|accDescr\s*\{[^}]*(?:\}|$)/g)].map(({ index, 0: match }) => ({
    from: index,
    to: index + match.length,
  }));
}
