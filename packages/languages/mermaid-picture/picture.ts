import { createTextMeasurer } from '@autograph/render';
import { PeleError, type RenderOptions, render } from 'pele';
import type { Parsed } from '../language.ts';
import { errorAt, quietSource } from '../mermaid/source.ts';
import { withColours } from './colours.ts';
import { notice } from './notice.ts';

/** A diagram as one picture. */
export interface Picture {
  /** Self-contained markup, for light and for dark boards. */
  readonly svg: string;
  readonly svgDark: string;
  /** px */
  readonly w: number;
  readonly h: number;
}

const measure = createTextMeasurer();

/** Labels are text: no links, nothing fetched. Measured with our own tables, so that server and browser draw the same. */
const options: RenderOptions = {
  links: false,
  images: false,
  idPrefix: 'd',
  padding: 16,
  measurer: {
    // The bits of the renderer's styles: 1 bold, 2 italic, 4 monospace, 8 and 16 smaller letters.
    width: (text, size, style) =>
      measure.width(text, {
        font: (style & 4) !== 0 ? 'mono' : 'sans',
        size: (style & 24) !== 0 ? size * 0.7 : size,
        bold: (style & 1) !== 0,
        italic: (style & 2) !== 0,
      }),
  },
};

/** Types that Mermaid knows from add-ons only. */
const addOns: ReadonlySet<string> = new Set(['zenuml']);

/** Draws a Mermaid text of any type, or says where it is wrong. */
export function readPicture(source: string): Parsed<Picture> {
  const word = /^\s*([\w-]+)/.exec(quietSource(source).text)?.[1] ?? '';
  if (addOns.has(word)) return { ok: true, model: notice(word), warnings: [] };
  try {
    const { svg, width, height } = render(source, options);
    return {
      ok: true,
      model: { ...withColours(svg), w: Math.max(1, Math.ceil(width)), h: Math.max(1, Math.ceil(height)) },
      warnings: [],
    };
  } catch (error) {
    return { ok: false, diagnostics: [failure(source, word, error)] };
  }
}

function failure(source: string, word: string, error: unknown) {
  if (!(error instanceof PeleError)) return errorAt(source, 0, Math.min(1, source.length), 'This diagram cannot be drawn.');
  if (error.code === 'unsupported-diagram') {
    const from = source.indexOf(word);
    const what =
      word === ''
        ? 'Expected a diagram type, such as “flowchart TD”'
        : `“${word}” is no diagram type; expected one, such as “flowchart TD”`;
    return errorAt(source, from, from + word.length, `${what}, “sequenceDiagram” or “erDiagram”.`);
  }
  const from = offsetOf(source, error.line, error.column);
  const lineEnd = source.indexOf('\n', from);
  return errorAt(source, from, Math.min(lineEnd < 0 ? source.length : lineEnd, from + 40), firstSentence(error.message));
}

function offsetOf(source: string, line: number, column: number): number {
  let at = 0;
  for (let n = 1; n < line; n++) {
    const next = source.indexOf('\n', at);
    if (next < 0) break;
    at = next + 1;
  }
  return Math.min(source.length, at + Math.max(0, column - 1));
}

/** The renderer's message without its own words on the place, which the diagnostic has. */
function firstSentence(message: string): string {
  const [line = ''] = message.split('\n');
  return (
    line.replace(/^(?:\w+ )?(?:parse|syntax) error (?:on|at) line \d+(?:, column \d+)?:\s*/i, '').trim() || 'This line cannot be read.'
  );
}
